package dev.aidis.ingest.rest;

import dev.aidis.queries.patterns.Cell;
import dev.aidis.queries.patterns.Finding;
import dev.aidis.queries.patterns.HourCell;
import dev.aidis.queries.patterns.Patterns;
import dev.aidis.queries.stats.DateRange;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When and at what somebody is most productive.
 *
 * @param mostProductiveTime in words; absent where there is too little to say it
 * @param remark why nothing can be said; absent where something can
 */
record PatternsJson(
    DateRange days,
    ZoneId zone,
    long sessions,
    @Nullable BigDecimal averageScore,
    @Nullable String mostProductiveTime,
    @Nullable String remark,
    List<Found> findings,
    List<Group> groups,
    List<Hour> week) {

  static PatternsJson of(Patterns patterns) {
    return new PatternsJson(
        patterns.range(),
        patterns.zone(),
        patterns.sessions(),
        patterns.averageScore(),
        patterns.mostProductiveTime().map(Finding::sentence).orElse(null),
        patterns.remark(),
        patterns.findings().stream().map(Found::of).toList(),
        patterns.cells().stream().map(Group::of).toList(),
        patterns.week().stream().map(Hour::of).toList());
  }

  /**
   * A group whose sessions differ from all others.
   *
   * @param margin points above the others, negative where it is below
   * @param chance how probable it is that chance explains it
   */
  record Found(
      String sentence,
      Group group,
      BigDecimal margin,
      long restSessions,
      BigDecimal restAverage,
      double chance) {
    private static Found of(Finding finding) {
      return new Found(
          finding.sentence(),
          Group.of(finding.cell()),
          finding.margin(),
          finding.restSessions(),
          finding.restAverage(),
          finding.chance());
    }
  }

  /**
   * Sessions with something in common.
   *
   * @param by such as {@code weekday} or {@code tag}
   * @param name such as {@code Tuesday}
   */
  record Group(String by, String name, long sessions, long days, BigDecimal averageScore) {
    private static Group of(Cell cell) {
      return new Group(
          cell.dimension().wireName(),
          cell.name(),
          cell.sessions(),
          cell.days(),
          cell.averageScore());
    }
  }

  /**
   * An hour of the week.
   *
   * @param sessions that began in it
   */
  record Hour(
      String weekday, int hour, long minutes, long sessions, @Nullable BigDecimal averageScore) {
    private static Hour of(HourCell cell) {
      return new Hour(
          cell.weekday().name().toLowerCase(Locale.ROOT),
          cell.hour(),
          cell.clock().toMinutes(),
          cell.sessions(),
          cell.averageScore());
    }
  }
}
