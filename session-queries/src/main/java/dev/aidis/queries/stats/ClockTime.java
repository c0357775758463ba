package dev.aidis.queries.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * When any session was going on.
 *
 * @param spans apart from each other, in time order
 */
public record ClockTime(List<Span> spans) {

  public ClockTime {
    spans = List.copyOf(spans);
  }

  public Duration total() {
    return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** The time of each day that has some. A day has 23 or 25 hours where the clock is changed. */
  public SortedMap<LocalDate, Duration> byDay(ZoneId zone) {
    SortedMap<LocalDate, Duration> days = new TreeMap<>();
    split(
        from -> from.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant(),
        (from, length) -> days.merge(from.atZone(zone).toLocalDate(), length, Duration::plus));
    return days;
  }

  /**
   * The time of each hour that has some, by its beginning on the user's clock. An hour that the
   * clock shows twice has up to two.
   */
  public SortedMap<LocalDateTime, Duration> byHour(ZoneId zone) {
    SortedMap<LocalDateTime, Duration> hours = new TreeMap<>();
    split(
        from -> nextHour(from, zone),
        (from, length) -> hours.merge(hour(from, zone), length, Duration::plus));
    return hours;
  }

  private static LocalDateTime hour(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
  }

  /** The next full hour on the user's clock, or the clock's change if that comes first. */
  private static Instant nextHour(Instant from, ZoneId zone) {
    ZonedDateTime local = from.atZone(zone);
    Instant full =
        from.plus(
            Duration.between(
                local.toLocalDateTime(),
                local.toLocalDateTime().truncatedTo(ChronoUnit.HOURS).plusHours(1)));
    ZoneOffsetTransition change = zone.getRules().nextTransition(from);
    return change == null || full.isBefore(change.getInstant()) ? full : change.getInstant();
  }

  private void split(UnaryOperator<Instant> nextBorder, BiConsumer<Instant, Duration> part) {
    for (Span span : spans) {
      Instant from = span.from();
      while (from.isBefore(span.until())) {
        Instant border = nextBorder.apply(from);
        Instant until = border.isBefore(span.until()) ? border : span.until();
        part.accept(from, Duration.between(from, until));
        from = until;
      }
    }
  }
}
