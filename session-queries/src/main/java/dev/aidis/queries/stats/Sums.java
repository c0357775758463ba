package dev.aidis.queries.stats;

import dev.aidis.schemas.Counters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sums over the sessions of a range: of all, and by what they have in common. */
record Sums(List<Row> rows) {
  private static final Comparator<Row> MOST_SESSIONS =
      Comparator.comparingLong(Row::sessions)
          .thenComparingLong(row -> row.counters().activities())
          .reversed()
          .thenComparing(row -> String.valueOf(row.name()));

  /** What is common to the sessions of a row. */
  enum Kind {
    ALL,
    DAY,
    MODEL,
    PROJECT
  }

  /**
   * @param day of a {@link Kind#DAY}
   * @param name of a {@link Kind#MODEL} or {@link Kind#PROJECT}; absent for sessions without one
   */
  record Row(
      Kind kind,
      @Nullable LocalDate day,
      @Nullable String name,
      long sessions,
      long durationMinutes,
      @Nullable BigDecimal averageScore,
      Counters counters) {}

  Row all() {
    return rows.stream().filter(row -> row.kind() == Kind.ALL).findFirst().orElseThrow();
  }

  List<GroupTotals> models() {
    return groups(Kind.MODEL);
  }

  List<GroupTotals> projects() {
    return groups(Kind.PROJECT);
  }

  private List<GroupTotals> groups(Kind kind) {
    List<GroupTotals> groups = new ArrayList<>();
    for (Row row : rows.stream().sorted(MOST_SESSIONS).toList()) {
      String name = row.name();
      if (row.kind() == kind && name != null) {
        groups.add(
            new GroupTotals(
                name,
                row.sessions(),
                row.averageScore(),
                row.counters().tasksCreated(),
                row.counters().tasksCompleted()));
      }
    }
    return groups;
  }

  /** Days on which a session began, and those on which one merely went on. */
  List<DayTotals> days(SortedMap<LocalDate, Duration> clock, Map<LocalDate, Duration> active) {
    SortedMap<LocalDate, Row> byDay = new TreeMap<>();
    for (Row row : rows) {
      LocalDate day = row.day();
      if (day != null) {
        byDay.put(day, row);
      }
    }
    SortedSet<LocalDate> days = new TreeSet<>(clock.keySet());
    days.addAll(byDay.keySet());
    return days.stream()
        .map(
            day ->
                totals(
                    day,
                    clock.getOrDefault(day, Duration.ZERO),
                    active.getOrDefault(day, Duration.ZERO),
                    byDay.get(day)))
        .toList();
  }

  private static DayTotals totals(
      LocalDate day, Duration clock, Duration active, @Nullable Row row) {
    Duration within = active.compareTo(clock) > 0 ? clock : active;
    return row == null
        ? new DayTotals(day, clock, within, 0, null, Counters.NONE)
        : new DayTotals(day, clock, within, row.sessions(), row.averageScore(), row.counters());
  }
}
