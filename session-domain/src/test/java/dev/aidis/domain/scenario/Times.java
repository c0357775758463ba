package dev.aidis.domain.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes times as scenarios do: {@code 10:00} on the scenario's day, {@code 2026-05-05
 * 00:30} on another, both in the scenario's zone; {@code 02:30+01:00} where a wall clock shows a
 * time twice.
 */
record Times(LocalDate day, ZoneId zone) {
  /** Matches what {@link #instant} reads. Has no groups. */
  static final String TIME =
      "(?:\\d{4}-\\d{2}-\\d{2} )?\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{3})?)?(?:[+-]\\d{2}:\\d{2})?";

  /** Matches what {@link #duration} reads. Has no groups. */
  static final String DURATION = "\\d+(?:h|ms|m|s)(?: \\d+(?:ms|m|s))*";

  private static final Pattern PARTS =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2}) )?([\\d:.]+)([+-]\\d{2}:\\d{2})?");
  private static final Pattern AMOUNT = Pattern.compile("(\\d+)(h|ms|m|s)");

  Instant instant(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!text.matches(TIME) || !parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time; write 10:00 or 2026-05-04 10:00:00.001");
    }
    try {
      LocalDate date = parts.group(1) == null ? day : LocalDate.parse(parts.group(1));
      LocalDateTime local = date.atTime(LocalTime.parse(parts.group(2)));
      return local.toInstant(
          parts.group(3) == null ? offset(local, text) : ZoneOffset.of(parts.group(3)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no time: " + e.getMessage(), e);
    }
  }

  private ZoneOffset offset(LocalDateTime local, String text) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new IllegalArgumentException(text + " does not exist that day in " + zone);
    }
    if (offsets.size() > 1) {
      throw new IllegalArgumentException(
          "%s happens twice that day in %s; write %s%s or %s%s"
              .formatted(text, zone, text, offsets.getFirst(), text, offsets.getLast()));
    }
    return offsets.getFirst();
  }

  /** The shortest text that {@link #instant} reads as that time. */
  String text(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, zone);
    String date = local.toLocalDate().equals(day) ? "" : local.toLocalDate() + " ";
    boolean twice = zone.getRules().getValidOffsets(local).size() > 1;
    return date + local.toLocalTime() + (twice ? zone.getRules().getOffset(time) : "");
  }

  static Duration duration(String text) {
    if (!text.matches(DURATION)) {
      throw new IllegalArgumentException("'" + text + "' is no duration; write 1h 30m");
    }
    return AMOUNT
        .matcher(text)
        .results()
        .map(
            part -> {
              long amount = Long.parseLong(part.group(1));
              return switch (part.group(2)) {
                case "h" -> Duration.ofHours(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "s" -> Duration.ofSeconds(amount);
                default -> Duration.ofMillis(amount);
              };
            })
        .reduce(Duration.ZERO, Duration::plus);
  }

  static String text(Duration duration) {
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    return text.isEmpty() ? "0m" : text.toString().strip();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount != 0) {
      text.append(' ').append(amount).append(unit);
    }
  }
}
