package dev.aidis.queries.comparison;

/** What a value is counted in. */
public enum Unit {
  COUNT,
  LINES,
  MINUTES,
  PER_HOUR,
  PERCENT,
  DOLLARS,
  POINTS
}
