package dev.aidis.sink.intake;

import java.time.Duration;

/** How long to wait before the next try: from 250 ms, doubled each time, up to 30 s. */
public final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration MOST = Duration.ofSeconds(30);

  private Duration next = FIRST;

  public Duration next() {
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(MOST) > 0 ? MOST : doubled;
    return now;
  }

  void reset() {
    next = FIRST;
  }
}
