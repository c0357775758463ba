package dev.aidis.cli.token;

import dev.aidis.cli.CliException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a token ends, as people write it. */
final class Expiry {
  private static final Pattern IN = Pattern.compile("(\\d{1,5})([hdwmy])");

  private Expiry() {}

  /**
   * Reads how long from now ({@code 12h, 90d, 12w, 6m, 1y}), a day (its start) or a time; without a
   * zone it is the clock's.
   */
  static Instant of(String text, Clock clock) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    Matcher in = IN.matcher(text);
    try {
      if (in.matches()) {
        return in(now, Long.parseLong(in.group(1)), in.group(2)).toInstant();
      }
      if (text.length() == "2026-01-31".length()) {
        return LocalDate.parse(text).atStartOfDay(now.getZone()).toInstant();
      }
      return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(now.getZone()).toInstant();
    } catch (DateTimeException e) {
      throw CliException.usage(
          "--expires '"
              + text
              + "' is no time: write 12h, 90d, 12w, 6m, 1y, 2027-01-31 or 2027-01-31T10:00");
    }
  }

  private static ZonedDateTime in(ZonedDateTime now, long number, String unit) {
    return switch (unit) {
      case "h" -> now.plusHours(number);
      case "d" -> now.plusDays(number);
      case "w" -> now.plusWeeks(number);
      case "m" -> now.plusMonths(number);
      default -> now.plusYears(number);
    };
  }
}
