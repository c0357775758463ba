package dev.aidis.schemas;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Which trace a record belongs to: the fields {@code traceparent} and {@code tracestate} of W3C
 * Trace Context, as headers of their names with their text in ASCII. Most records have none. What
 * they say is a hint for people who look for a fault; no result depends on it.
 */
public final class TraceHeaders {
  private TraceHeaders() {}

  public static Header of(String field, String text) {
    return new RecordHeader(field, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The text of the last header of that name, whatever it is. */
  public static @Nullable String read(Headers headers, String field) {
    Header header = headers.lastHeader(field);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.US_ASCII);
  }
}
