package dev.aidis.domain;

import java.time.Duration;

/**
 * The durations that decide about sessions.
 *
 * @param inactivityGap activities exactly this far apart are still one session; further apart they
 *     are two
 * @param maxLength a session is cut before an activity that lies further than this from its start
 * @param activeGap a gap between two activities up to this long counts as active time; at most
 *     {@code inactivityGap}
 */
public record SessionRules(Duration inactivityGap, Duration maxLength, Duration activeGap) {

  /** 2 hours, 24 hours and 15 minutes. */
  public static final SessionRules DEFAULT =
      new SessionRules(Duration.ofHours(2), Duration.ofHours(24), Duration.ofMinutes(15));

  public SessionRules {
    requirePositive("inactivityGap", inactivityGap);
    requirePositive("activeGap", activeGap);
    if (maxLength.compareTo(inactivityGap) < 0) {
      throw new IllegalArgumentException(
          "maxLength " + maxLength + " must be at least the inactivityGap " + inactivityGap);
    }
    if (activeGap.compareTo(inactivityGap) > 0) {
      throw new IllegalArgumentException(
          "activeGap " + activeGap + " must be at most the inactivityGap " + inactivityGap);
    }
  }

  private static void requirePositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " " + duration + " must be positive");
    }
  }
}
