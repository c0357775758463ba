package dev.aidis.cli.period;

import java.time.Instant;

/**
 * The end of a period, as an option tells it.
 *
 * @param time that is not in it any more
 */
public record Until(Instant time) {

  /** Whether a time is before the end. */
  public boolean holds(Instant at) {
    return at.isBefore(time);
  }
}
