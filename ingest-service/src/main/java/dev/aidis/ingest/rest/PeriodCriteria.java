package dev.aidis.ingest.rest;

import dev.aidis.ingest.input.Moment;
import dev.aidis.queries.stats.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that name a period: {@code period}, or {@code since} and perhaps {@code until}. Of
 * times the whole days are meant that they lie in.
 */
record PeriodCriteria(@Nullable String period, @Nullable String since, @Nullable String until) {

  /**
   * The period that is meant.
   *
   * @param zone whose days count
   * @param unless where nothing is said
   * @throws IllegalArgumentException with a sentence, if that is no period
   */
  Period in(ZoneId zone, Instant now, Period unless) {
    Moment moment = new Moment(zone);
    Instant from = moment.since(since);
    Instant end = moment.until(until);
    if (period != null && (from != null || end != null)) {
      throw new IllegalArgumentException("give a period, or since and until, not both");
    }
    if (from == null && end == null) {
      return period == null ? unless : Period.parse(period);
    }
    if (from == null) {
      throw new IllegalArgumentException("until needs since: say from which day on");
    }
    Instant last = end == null ? now : end.minusNanos(1);
    return Period.between(day(from, zone), day(last, zone));
  }

  private static LocalDate day(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalDate();
  }
}
