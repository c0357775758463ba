package dev.aidis.queries.stats;

import java.time.Duration;
import java.time.Instant;

/**
 * A time without a break.
 *
 * @param until after {@code from}
 */
public record Span(Instant from, Instant until) {

  public Span {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a span must end after its start " + from + ": " + until);
    }
  }

  public Duration length() {
    return Duration.between(from, until);
  }
}
