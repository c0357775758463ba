package dev.aidis.schemas;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When an AI model was used in a session.
 *
 * @param activities how many activities named it
 */
public record ModelUse(
    String model, @Nullable String provider, Instant firstAt, Instant lastAt, long activities) {

  public ModelUse {
    firstAt = firstAt.truncatedTo(ChronoUnit.MILLIS);
    lastAt = lastAt.truncatedTo(ChronoUnit.MILLIS);
    if (lastAt.isBefore(firstAt)) {
      throw new IllegalArgumentException(
          "model " + model + " was last used at " + lastAt + ", before its first use " + firstAt);
    }
    if (activities < 1) {
      throw new IllegalArgumentException(
          "model " + model + " must be named by at least 1 activity, not " + activities);
    }
  }
}
