package dev.aidis.queries.patterns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores by cell, and what can be said about them. */
final class CellTable {
  private final Map<Dimension, Map<String, Sum>> cells = new EnumMap<>(Dimension.class);
  private Scores all = Scores.NONE;
  private final Set<LocalDate> allDays = new HashSet<>();

  private static final class Sum {
    private Scores scores = Scores.NONE;
    private final Set<LocalDate> days = new HashSet<>();

    private void add(ScoreRow row) {
      scores = scores.plus(row.scores());
      days.add(row.day());
    }

    private Cell cell(Dimension dimension, String name) {
      return new Cell(dimension, name, scores.count(), days.size(), scores.mean());
    }
  }

  private CellTable() {
    for (Dimension dimension : Dimension.values()) {
      cells.put(dimension, new LinkedHashMap<>());
    }
  }

  static CellTable of(List<ScoreRow> rows) {
    CellTable table = new CellTable();
    rows.stream()
        .sorted(
            Comparator.comparing((ScoreRow row) -> row.day().getDayOfWeek())
                .thenComparingInt(ScoreRow::hour)
                .thenComparing(row -> String.valueOf(row.name())))
        .forEach(table::add);
    return table;
  }

  private void add(ScoreRow row) {
    switch (row.kind()) {
      case HOUR -> addHour(row);
      case PROJECT -> add(Dimension.PROJECT, row.name(), row);
      case TAG -> add(Dimension.TAG, row.name(), row);
      case MODEL -> add(Dimension.MODEL, row.name(), row);
    }
  }

  private void addHour(ScoreRow row) {
    all = all.plus(row.scores());
    allDays.add(row.day());
    String weekday = Wording.weekday(row.day().getDayOfWeek());
    String part = PartOfDay.of(row.hour()).wireName();
    add(Dimension.WEEKDAY, weekday, row);
    add(Dimension.PART_OF_DAY, part, row);
    add(Dimension.WEEKDAY_AND_PART, weekday + " " + part, row);
    add(Dimension.HOUR, Wording.hour(row.hour()), row);
  }

  private void add(Dimension dimension, @Nullable String name, ScoreRow row) {
    if (name != null) {
      cells.getOrDefault(dimension, Map.of()).computeIfAbsent(name, _ -> new Sum()).add(row);
    }
  }

  Scores all() {
    return all;
  }

  List<Cell> cells() {
    List<Cell> list = new ArrayList<>();
    cells.forEach(
        (dimension, byName) -> byName.forEach((name, sum) -> list.add(sum.cell(dimension, name))));
    return list;
  }

  /** The greatest margin first. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    cells.forEach((dimension, byName) -> findings.addAll(findings(dimension, byName)));
    findings.sort(Comparator.comparing((Finding finding) -> finding.margin().abs()).reversed());
    return findings;
  }

  private List<Finding> findings(Dimension dimension, Map<String, Sum> byName) {
    Map<String, Sum> tested = new LinkedHashMap<>(byName);
    tested.values().removeIf(sum -> !enough(sum));
    List<Finding> findings = new ArrayList<>();
    tested.forEach(
        (name, sum) -> {
          Scores rest = all.minus(sum.scores);
          FindingRule.chance(sum.scores, rest, tested.size())
              .ifPresent(
                  chance ->
                      findings.add(
                          new Finding(
                              sum.cell(dimension, name),
                              extreme(sum, tested.values()),
                              rest.count(),
                              rest.mean(),
                              chance)));
        });
    return findings;
  }

  private boolean extreme(Sum sum, Collection<Sum> tested) {
    double mean = sum.scores.exactMean();
    boolean better = mean > all.exactMean();
    return tested.stream()
        .mapToDouble(other -> other.scores.exactMean())
        .allMatch(other -> better ? other <= mean : other >= mean);
  }

  private boolean enough(Sum sum) {
    return FindingRule.enough(sum.scores, sum.days.size(), all.minus(sum.scores));
  }

  /** Why nothing can be said. */
  String remark() {
    boolean anyTested =
        cells.values().stream().flatMap(byName -> byName.values().stream()).anyMatch(this::enough);
    return anyTested
        ? ("None of the differences among the %d sessions is both %d points or more and unlikely to"
                + " be chance.")
            .formatted(all.count(), Math.round(FindingRule.MARGIN))
        : ("%d closed sessions on %d days are too few: a pattern needs %d sessions on %d days, and as"
                + " many others to compare with.")
            .formatted(all.count(), allDays.size(), FindingRule.SESSIONS, FindingRule.DAYS);
  }
}
