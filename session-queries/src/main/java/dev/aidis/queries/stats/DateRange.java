package dev.aidis.queries.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Days of the user, one after the other.
 *
 * @param first the first day
 * @param last the last day, part of the range; not before the first
 */
public record DateRange(LocalDate first, LocalDate last) {

  public DateRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "the last day %s must not be before the first day %s".formatted(last, first));
    }
  }

  /** When the first day begins there. */
  public Instant start(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /** When the day after the last one begins there. */
  public Instant end(ZoneId zone) {
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Number of days, 1 or more. */
  public long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** The same number of days just before. */
  public DateRange before() {
    return new DateRange(first.minusDays(days()), first.minusDays(1));
  }
}
