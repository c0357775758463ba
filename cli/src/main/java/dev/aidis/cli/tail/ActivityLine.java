package dev.aidis.cli.tail;

import dev.aidis.cli.Printable;
import dev.aidis.cli.http.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes an activity as one line: when, what kind, what. */
record ActivityLine(ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** What the activity says of itself is shown as text, whatever it holds. */
  String of(Json activity) {
    String what =
        activity.text("description", activity.text("title", activity.text("filePath", "")));
    return "%s  %-16s  %s"
        .formatted(time(activity), Printable.of(activity.text("type", "?")), Printable.of(what))
        .stripTrailing();
  }

  private String time(Json activity) {
    String told = activity.text("occurredAt", "");
    try {
      return TIME.format(Instant.parse(told).atZone(zone));
    } catch (DateTimeException e) {
      return Printable.of(told);
    }
  }
}
