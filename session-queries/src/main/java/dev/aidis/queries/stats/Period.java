package dev.aidis.queries.stats;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of days that statistics are made of, as users name it. */
public sealed interface Period {

  /** Calendar units: the one that today is in, from its first to its last day. */
  enum Calendar implements Period {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    @Override
    public Optional<DateRange> range(LocalDate today) {
      return Optional.of(around(today));
    }

    /** The calendar unit before. */
    @Override
    public Optional<DateRange> previous(LocalDate today) {
      return Optional.of(around(around(today).first().minusDays(1)));
    }

    private DateRange around(LocalDate day) {
      return switch (this) {
        case DAY -> new DateRange(day, day);
        case WEEK -> {
          LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          yield new DateRange(monday, monday.plusDays(6));
        }
        case MONTH ->
            new DateRange(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
        case YEAR ->
            new DateRange(day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Everything there is; nothing was before. */
  record All() implements Period {
    @Override
    public Optional<DateRange> range(LocalDate today) {
      return Optional.empty();
    }

    @Override
    public Optional<DateRange> previous(LocalDate today) {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "all";
    }
  }

  /**
   * Today and the days before it.
   *
   * @param days 1 to {@value #MOST}
   */
  record LastDays(int days) implements Period {
    public static final int MOST = 36_500;

    public LastDays {
      if (days < 1 || days > MOST) {
        throw new IllegalArgumentException(
            "a period of " + days + " days must have between 1 and " + MOST);
      }
    }

    @Override
    public Optional<DateRange> range(LocalDate today) {
      return Optional.of(new DateRange(today.minusDays(days - 1L), today));
    }

    @Override
    public Optional<DateRange> previous(LocalDate today) {
      return range(today).map(DateRange::before);
    }

    @Override
    public String toString() {
      return days + "d";
    }
  }

  /** From a day to another, both part of it, at most {@value LastDays#MOST} days. */
  record Between(DateRange days) implements Period {
    public Between {
      if (days.days() > LastDays.MOST) {
        throw new IllegalArgumentException(
            "a period of " + days.days() + " days must have at most " + LastDays.MOST);
      }
    }

    @Override
    public Optional<DateRange> range(LocalDate today) {
      return Optional.of(days);
    }

    @Override
    public Optional<DateRange> previous(LocalDate today) {
      return Optional.of(days.before());
    }

    @Override
    public String toString() {
      return days.first() + ".." + days.last();
    }
  }

  /** The days, absent where it is everything there is. */
  Optional<DateRange> range(LocalDate today);

  /** As much just before: what the period is compared with. */
  Optional<DateRange> previous(LocalDate today);

  Pattern LAST_DAYS = Pattern.compile("([0-9]{1,5})d");
  Pattern BETWEEN = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

  static Period between(LocalDate first, LocalDate last) {
    return new Between(new DateRange(first, last));
  }

  /**
   * Reads {@code day}, {@code week}, {@code month}, {@code year}, {@code all}, a number of days
   * such as {@code 30d}, or two days such as {@code 2026-01-01..2026-01-31}; {@code toString}
   * writes it.
   *
   * @throws IllegalArgumentException with what can be written, if it is none of these
   */
  static Period parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    for (Calendar unit : Calendar.values()) {
      if (name.equals(unit.toString())) {
        return unit;
      }
    }
    Matcher days = LAST_DAYS.matcher(name);
    Matcher between = BETWEEN.matcher(name);
    if (days.matches()) {
      return new LastDays(Integer.parseInt(days.group(1)));
    } else if (between.matches()) {
      return between(date(between.group(1)), date(between.group(2)));
    } else if (name.equals("all")) {
      return new All();
    }
    throw new IllegalArgumentException(
        ("period '%s' must be day, week, month, year, all, a number of days such as 30d, or two"
                + " days such as 2026-01-01..2026-01-31")
            .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("day " + text + " is not in the calendar", e);
    }
  }
}
