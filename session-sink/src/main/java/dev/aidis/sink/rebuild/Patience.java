package dev.aidis.sink.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits for as long as what is waited for comes nearer. */
final class Patience {
  private static final Duration AT_A_STANDSTILL = Duration.ofMinutes(5);

  private final InstantSource clock;
  private long lastLeft = Long.MAX_VALUE;
  private Instant lastMoved;

  Patience(InstantSource clock) {
    this.clock = clock;
    this.lastMoved = clock.instant();
  }

  /**
   * To be called again and again.
   *
   * @param left how much is left to be done by others
   * @throws IllegalStateException if it has not become less for five minutes
   */
  void requireMotion(long left) {
    Instant now = clock.instant();
    if (left < lastLeft) {
      lastMoved = now;
    }
    lastLeft = left;
    if (left > 0 && now.isAfter(lastMoved.plus(AT_A_STANDSTILL))) {
      throw new IllegalStateException(
          "nothing moves %,d records before the end; the tracker's log says why".formatted(left));
    }
  }
}
