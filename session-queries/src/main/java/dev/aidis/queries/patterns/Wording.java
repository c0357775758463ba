package dev.aidis.queries.patterns;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** Names of cells. */
final class Wording {
  private Wording() {}

  static String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static String hour(int hour) {
    return "%d:00".formatted(hour);
  }

  /** As it stands in a sentence. */
  static String when(Cell cell) {
    return switch (cell.dimension()) {
      case WEEKDAY, WEEKDAY_AND_PART -> "on " + cell.name() + "s";
      case PART_OF_DAY ->
          cell.name().equals(PartOfDay.NIGHT.wireName()) ? "at night" : "in the " + cell.name();
      case HOUR -> "in sessions begun in the hour from " + cell.name();
      case PROJECT -> "in the project " + cell.name();
      case TAG -> "with the tag " + cell.name();
      case MODEL -> "with " + cell.name();
    };
  }
}
