package dev.aidis.queries.patterns;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up hours of days to hours of the week. */
final class WeekMap {
  private WeekMap() {}

  static List<HourCell> of(List<ScoreRow> rows, Map<LocalDateTime, Duration> clock) {
    SortedMap<Integer, Scores> scores = new TreeMap<>();
    for (ScoreRow row : rows) {
      if (row.kind() == ScoreRow.Kind.HOUR) {
        scores.merge(hourOfWeek(row.day().atTime(row.hour(), 0)), row.scores(), Scores::plus);
      }
    }
    SortedMap<Integer, Duration> times = new TreeMap<>();
    clock.forEach((hour, time) -> times.merge(hourOfWeek(hour), time, Duration::plus));
    SortedSet<Integer> hours = new TreeSet<>(scores.keySet());
    hours.addAll(times.keySet());
    return hours.stream()
        .map(
            hour ->
                cell(
                    hour,
                    times.getOrDefault(hour, Duration.ZERO),
                    scores.getOrDefault(hour, Scores.NONE)))
        .toList();
  }

  private static int hourOfWeek(LocalDateTime time) {
    return (time.getDayOfWeek().getValue() - 1) * 24 + time.getHour();
  }

  private static HourCell cell(int hourOfWeek, Duration clock, Scores scores) {
    return new HourCell(
        DayOfWeek.of(hourOfWeek / 24 + 1),
        hourOfWeek % 24,
        clock,
        scores.count(),
        scores.count() == 0 ? null : scores.mean());
  }
}
