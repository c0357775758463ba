package dev.aidis.queries.report;

import dev.aidis.queries.ActivityView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts values into words. */
final class Wording {
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, yyyy-MM-dd", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private Wording() {}

  static String dateAndTime(Instant time, ZoneId zone) {
    return DATE_AND_TIME.format(time.atZone(zone));
  }

  static String date(Instant time, ZoneId zone) {
    return DATE.format(time.atZone(zone));
  }

  static String time(Instant time, ZoneId zone) {
    return TIME.format(time.atZone(zone));
  }

  /** Such as 45m, 1h 30m or 2d 3h. */
  static String duration(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + "d " + duration.toHoursPart() + "h";
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + "h " + duration.toMinutesPart() + "m";
    }
    return Math.max(0, duration.toMinutes()) + "m";
  }

  /** Such as 1 item or 3 items. */
  static String count(long number, String singular) {
    return number + " " + singular + (number == 1 ? "" : "s");
  }

  /** With decimals only where they tell something. */
  static String decimal(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        ? number.toBigInteger().toString()
        : number.toPlainString();
  }

  static String textOr(@Nullable String text, String instead) {
    String line = text == null ? "" : UserText.line(text);
    return line.isEmpty() ? instead : line;
  }

  static String listOr(List<String> texts, String instead) {
    return texts.isEmpty()
        ? instead
        : texts.stream().map(UserText::line).collect(Collectors.joining(", "));
  }

  /** Such as {@code task created}. */
  static String type(ActivityView activity) {
    return activity.type().replace('_', ' ');
  }

  /** What an activity is about, in one line: as it was described, or what is known of it. */
  static String about(ActivityView activity) {
    if (activity.description() != null && !activity.description().isBlank()) {
      return UserText.line(activity.description());
    }
    return Stream.of(activity.title(), activity.filePath(), activity.body())
        .map(text -> textOr(text, ""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Such as {@code +12 -3}, or nothing where no lines were told. */
  static String lines(ActivityView activity) {
    Integer added = activity.linesAdded();
    Integer removed = activity.linesRemoved();
    return added == null && removed == null
        ? ""
        : "+%d -%d".formatted(added == null ? 0 : added, removed == null ? 0 : removed);
  }
}
