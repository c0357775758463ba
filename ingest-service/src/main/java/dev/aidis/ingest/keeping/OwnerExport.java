package dev.aidis.ingest.keeping;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.AppendTime;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.MalformedRecordException;
import dev.aidis.schemas.serde.WireCodecs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Everything the tracker holds of one owner. The activities come from the log, as they were
 * received and in that order within a workspace, so that another tracker makes the same of them;
 * the tables come from Postgres, for people.
 */
final class OwnerExport {
  private static final int VERSION = 1;
  private static final String ACTIVITIES = "activities";

  private final OwnerTables tables;
  private final LogReader log;
  private final InstantSource clock;

  OwnerExport(OwnerTables tables, LogReader log, InstantSource clock) {
    this.tables = tables;
    this.log = log;
    this.clock = clock;
  }

  void write(String owner, JsonLines lines) throws IOException, SQLException {
    tables.write(
        owner, lines, columns -> lines.line("export", json -> writeHeader(json, owner, columns)));
    byte[] prefix = (owner + "/").getBytes(StandardCharsets.UTF_8);
    log.read(Topics.ACTIVITIES, one -> write(one, prefix, lines));
    lines.end();
  }

  private void writeHeader(JsonGenerator json, String owner, Map<String, List<String>> columns) {
    Map<String, List<String>> all = new LinkedHashMap<>(columns);
    all.put(ACTIVITIES, ActivityLine.COLUMNS);
    json.writeStartObject();
    json.writeStringProperty("format", "aidis-export");
    json.writeNumberProperty("version", VERSION);
    json.writeStringProperty("owner", owner);
    json.writeStringProperty("exportedAt", clock.instant().toString());
    json.writeObjectPropertyStart("tables");
    all.forEach(
        (table, names) -> {
          json.writeArrayPropertyStart(table);
          names.forEach(json::writeString);
          json.writeEndArray();
        });
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(ConsumerRecord<byte[], byte[]> one, byte[] prefix, JsonLines lines) {
    if (!startsWith(one.key(), prefix)) {
      return;
    }
    Activity activity = counted(one);
    if (activity == null) {
      lines.line("unreadable", json -> json.writeString(one.partition() + "/" + one.offset()));
    } else {
      lines.line(
          ACTIVITIES,
          json ->
              ActivityLine.write(json, activity, AppendTime.of(one.headers(), one.timestamp())));
    }
  }

  /** The activity, if the processor takes it too: the others are among the dead letters. */
  private static @Nullable Activity counted(ConsumerRecord<byte[], byte[]> one) {
    try {
      Activity activity = one.value() == null ? null : WireCodecs.ACTIVITY.decode(one.value());
      String key = new String(one.key(), StandardCharsets.UTF_8);
      return activity != null && key.equals(activity.trackerKey().toString()) ? activity : null;
    } catch (MalformedRecordException malformed) {
      return null;
    }
  }

  private static boolean startsWith(byte @Nullable [] key, byte[] prefix) {
    return key != null
        && key.length > prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }
}
