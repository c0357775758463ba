package dev.aidis.cli.period;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads an end like a beginning, but that a day is meant with all its hours. */
public final class UntilConverter implements ITypeConverter<Until> {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final SinceConverter beginnings;

  /**
   * @param clock of the zone whose days are meant
   */
  public UntilConverter(Clock clock) {
    this.beginnings = new SinceConverter(clock);
  }

  @Override
  public Until convert(String text) {
    return new Until(beginnings.convert(DAY.matcher(text).matches() ? nextDay(text) : text));
  }

  /** The text itself if there is no such day: then it is refused as written. */
  private static String nextDay(String day) {
    try {
      return LocalDate.parse(day).plusDays(1).toString();
    } catch (DateTimeException noSuchDay) {
      return day;
    }
  }
}
