package dev.aidis.schemas;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * When a record of {@link Topics#ACTIVITIES} was first appended to a log. That is its timestamp,
 * unless the record was brought here from another tracker or from a backup: then a header tells it,
 * because the broker sets the timestamp of everything it appends. Sessions are decided by this
 * time, so that they come out the same wherever a log is taken.
 */
public final class AppendTime {
  /** Milliseconds since 1970, 8 bytes, most significant first. */
  public static final String HEADER = "aidis.appended-at";

  private AppendTime() {}

  /**
   * The time that counts. A header that says nothing readable, or a time after the timestamp, is
   * ignored: nothing can have been appended later than it was.
   */
  public static Instant of(Headers headers, long timestampMs) {
    Instant timestamp = Instant.ofEpochMilli(timestampMs);
    Instant told = read(headers.lastHeader(HEADER));
    return told == null || told.isAfter(timestamp) || told.isBefore(ActivityLimits.EARLIEST)
        ? timestamp
        : told;
  }

  public static Header header(Instant appendedAt) {
    return new RecordHeader(
        HEADER, ByteBuffer.allocate(Long.BYTES).putLong(appendedAt.toEpochMilli()).array());
  }

  private static @Nullable Instant read(@Nullable Header header) {
    return header == null || header.value() == null || header.value().length != Long.BYTES
        ? null
        : Instant.ofEpochMilli(ByteBuffer.wrap(header.value()).getLong());
  }
}
