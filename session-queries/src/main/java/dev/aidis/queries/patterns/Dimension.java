package dev.aidis.queries.patterns;

import java.util.Locale;

/** By what sessions are told apart. Times are those of the session's start, on the user's clock. */
public enum Dimension {
  WEEKDAY,
  PART_OF_DAY,
  WEEKDAY_AND_PART,
  HOUR,
  PROJECT,
  TAG,
  MODEL;

  /** Such as {@code weekday_and_part}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
