package dev.aidis.ingest.keeping;

import dev.aidis.schemas.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * Everything that a tracker cannot make again: the log of record, the dead letters, the access
 * tokens (their hashes), and what only Postgres knows. The numbers come first, so that whatever has
 * one is in the log that follows.
 */
final class Backup {
  static final String FORMAT = "aidis-backup";
  static final int VERSION = 1;
  static final String ACTIVITIES = "activities";
  static final String TOKENS = "tokens";
  static final String DEAD_LETTERS = "dead_letters";

  private final BackupNumbers numbers;
  private final LogReader log;
  private final InstantSource clock;

  Backup(BackupNumbers numbers, LogReader log, InstantSource clock) {
    this.numbers = numbers;
    this.log = log;
    this.clock = clock;
  }

  void write(JsonLines lines) throws IOException, SQLException {
    int partitions = log.partitions(Topics.ACTIVITIES);
    lines.line(
        "backup",
        json -> {
          json.writeStartObject();
          json.writeStringProperty("format", FORMAT);
          json.writeNumberProperty("version", VERSION);
          json.writeStringProperty("madeAt", clock.instant().toString());
          json.writeNumberProperty("partitions", partitions);
          json.writeEndObject();
        });
    numbers.write(lines);
    log.read(Topics.TOKENS, one -> lines.line(TOKENS, json -> RecordLine.write(json, one)));
    log.read(Topics.ACTIVITIES, one -> lines.line(ACTIVITIES, json -> RecordLine.write(json, one)));
    log.read(
        Topics.DEAD_LETTERS, one -> lines.line(DEAD_LETTERS, json -> RecordLine.write(json, one)));
    lines.end();
  }
}
