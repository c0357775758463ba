package dev.aidis.queries.patterns;

import java.util.Locale;

/** Six hours of the user's day: night begins at 0:00, morning at 6:00, and so on. */
public enum PartOfDay {
  NIGHT,
  MORNING,
  AFTERNOON,
  EVENING;

  /** The part that an hour from 0 to 23 lies in. */
  public static PartOfDay of(int hour) {
    return values()[hour / 6];
  }

  /** Such as {@code morning}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
