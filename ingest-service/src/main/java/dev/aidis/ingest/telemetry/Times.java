package dev.aidis.ingest.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times as OTLP tells them: nanoseconds since 1970, as a number or its digits. */
final class Times {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Times() {}

  /** Absent where none is told: OTLP's 0 is none. */
  static @Nullable Instant of(JsonNode told) {
    try {
      long nanos = told.isIntegralNumber() ? told.longValue() : Long.parseLong(told.asString("0"));
      return nanos <= 0
          ? null
          : Instant.ofEpochSecond(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND);
    } catch (ArithmeticException | NumberFormatException | tools.jackson.core.JacksonException e) {
      return null;
    }
  }
}
