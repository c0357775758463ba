package dev.aidis.cli.period;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a date, a time, or how long ago; without a zone it is the local one's. */
public final class SinceConverter implements ITypeConverter<Instant> {
  private static final Pattern AGO = Pattern.compile("(\\d{1,5})([dwmy])");

  private final ZonedDateTime now;

  public SinceConverter(Clock clock) {
    this.now = ZonedDateTime.now(clock);
  }

  @Override
  public Instant convert(String text) {
    Matcher ago = AGO.matcher(text);
    try {
      if (ago.matches()) {
        return ago(Long.parseLong(ago.group(1)), ago.group(2));
      }
      if (text.length() == "2026-01-31".length()) {
        return LocalDate.parse(text).atStartOfDay(now.getZone()).toInstant();
      }
      return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(now.getZone()).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a date: write 2026-01-31, 2026-01-31T10:00, 90d, 12w, 6m or 2y");
    }
  }

  private Instant ago(long number, String unit) {
    return switch (unit) {
      case "d" -> now.minusDays(number).toInstant();
      case "w" -> now.minusWeeks(number).toInstant();
      case "m" -> now.minusMonths(number).toInstant();
      default -> now.minusYears(number).toInstant();
    };
  }
}
