package dev.aidis.ingest.keeping;

import dev.aidis.schemas.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings back what a {@link Backup} wrote. The processor and the sink make the rest of it, as they
 * did before. Used once.
 */
final class Restore {
  private final JsonMapper json;
  private final DataSource database;
  private final Supplier<LogWriter> log;
  private final int partitions;
  private final Predicate<String> isTokenKnown;
  private int partitionsThere;
  private long activities;
  private long deadLetters;

  /**
   * @param log begins to write when asked
   * @param partitions of each topic here
   * @param isTokenKnown whether there is a token of that id, which then stays as it is: it may have
   *     been revoked since
   */
  Restore(
      JsonMapper json,
      DataSource database,
      Supplier<LogWriter> log,
      int partitions,
      Predicate<String> isTokenKnown) {
    this.isTokenKnown = isTokenKnown;
    this.json = json;
    this.database = database;
    this.log = log;
    this.partitions = partitions;
  }

  /** Records that were appended. */
  record Restored(long activities, long deadLetters) {}

  /**
   * Reads to the last line; without that nothing is appended.
   *
   * @throws IllegalArgumentException if it is no backup that can be read
   */
  Restored from(BufferedReader lines) throws IOException, SQLException {
    requireHeader(lines.readLine());
    try (NumbersOfBackup numbers = NumbersOfBackup.begin(database);
        LogWriter writer = log.get()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (take(read(line), numbers, writer)) {
          numbers.keep();
          writer.commit();
          return new Restored(activities, deadLetters);
        }
      }
    }
    throw new IllegalArgumentException("The backup broke off, so nothing is restored.");
  }

  /** Whether it was the last line. */
  private boolean take(JsonNode line, NumbersOfBackup numbers, LogWriter writer)
      throws SQLException {
    Map.Entry<String, JsonNode> field = line.properties().iterator().next();
    JsonNode value = field.getValue();
    switch (field.getKey()) {
      case "projects" -> numbers.project(value);
      case "last_numbers" -> numbers.last(value);
      case "numbers" -> numbers.number(value);
      case Backup.TOKENS -> token(value, writer);
      case Backup.ACTIVITIES -> {
        writer.append(record(Topics.ACTIVITIES, value));
        activities++;
      }
      case Backup.DEAD_LETTERS -> {
        if (!isMadeAgain(value)) {
          writer.append(record(Topics.DEAD_LETTERS, value));
          deadLetters++;
        }
      }
      case "end" -> {
        return true;
      }
      default ->
          throw new IllegalArgumentException(
              "The backup holds " + field.getKey() + ", which this tracker does not know.");
    }
    return false;
  }

  private void token(JsonNode line, LogWriter writer) {
    ProducerRecord<byte[], byte[]> token =
        RecordLine.read(line, Topics.TOKENS, new RecordLine.Partitions(1, 1));
    if (!isTokenKnown.test(new String(token.key(), StandardCharsets.US_ASCII))) {
      writer.append(token);
    }
  }

  /** What the processor could not read it will not be able to read in the restored log either. */
  private static boolean isMadeAgain(JsonNode line) {
    byte[] stage = RecordLine.headers(line).get("aidis.stage");
    return stage != null && "stream-processor".equals(new String(stage, StandardCharsets.UTF_8));
  }

  private ProducerRecord<byte[], byte[]> record(String topic, JsonNode line) {
    return RecordLine.read(line, topic, new RecordLine.Partitions(partitionsThere, partitions));
  }

  private void requireHeader(@Nullable String line) {
    JsonNode header = line == null ? json.createObjectNode() : read(line).path("backup");
    if (!Backup.FORMAT.equals(header.path("format").asString(""))
        || header.path("version").asInt() > Backup.VERSION) {
      throw new IllegalArgumentException(
          "What was sent is no %s of version %d.".formatted(Backup.FORMAT, Backup.VERSION));
    }
    partitionsThere = header.path("partitions").asInt();
  }

  private JsonNode read(String line) {
    try {
      JsonNode read = json.readTree(line);
      if (read.isObject() && !read.isEmpty()) {
        return read;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "A line of the backup is not JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("A line of the backup is no JSON object.");
  }
}
