package dev.aidis.ingest.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads the parameters {@code since} and {@code until}: a time, or a day of the client's zone. */
public record Moment(ZoneId zone) {
  private static final int DAY = "2026-01-31".length();

  /** So that whatever is reckoned with a time, in whatever zone, Java and Postgres can hold it. */
  private static final Instant FIRST = Instant.parse("0000-12-31T00:00:00Z");

  private static final Instant LAST = Instant.parse("+10000-01-02T00:00:00Z");

  /** The time, or when the day begins. */
  public @Nullable Instant since(@Nullable String told) {
    return told == null || told.isBlank() ? null : read("since", told, 0);
  }

  /** The time, or when the day is over. */
  public @Nullable Instant until(@Nullable String told) {
    return told == null || told.isBlank() ? null : read("until", told, 1);
  }

  private Instant read(String name, String told, int daysAfter) {
    Instant time = parse(name, told, daysAfter);
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "%s '%s' must lie in the years 1 to 9999".formatted(name, Suggestion.abbreviate(told)));
    }
    return time;
  }

  private Instant parse(String name, String told, int daysAfter) {
    try {
      return told.length() == DAY
          ? LocalDate.parse(told).plusDays(daysAfter).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(told).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s '%s' must be a day such as 2026-01-31 or a time such as 2026-01-31T10:15:00Z"
              .formatted(name, Suggestion.abbreviate(told)),
          e);
    }
  }
}
