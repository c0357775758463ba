package dev.aidis.sink.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** With somebody who is waited for: lasts as long as he gets on. */
final class Patience {
  private static final Duration AT_A_STANDSTILL = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final String whom;
  private long lastDone;
  private Instant lastMoved;

  /**
   * @param whom is waited for, as the error names him
   */
  Patience(InstantSource clock, String whom) {
    this.clock = clock;
    this.whom = whom;
    this.lastMoved = clock.instant();
  }

  /**
   * To be called again and again.
   *
   * @param done any number that changes when he gets on
   * @param left records that he has yet to do: nothing is expected of him without
   * @throws IllegalStateException if nothing has changed for five minutes
   */
  void requireMotion(long done, long left) {
    Instant now = clock.instant();
    if (done != lastDone || left <= 0) {
      lastDone = done;
      lastMoved = now;
    }
    if (now.isAfter(lastMoved.plus(AT_A_STANDSTILL))) {
      throw new IllegalStateException(
          "%s stands still %,d records before the end; the tracker's log says why"
              .formatted(whom, left));
    }
  }
}
