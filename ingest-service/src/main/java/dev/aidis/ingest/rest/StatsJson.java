package dev.aidis.ingest.rest;

import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.DayTotals;
import dev.aidis.queries.stats.GroupTotals;
import dev.aidis.queries.stats.LanguageTotals;
import dev.aidis.queries.stats.ModelTokens;
import dev.aidis.queries.stats.Statistics;
import dev.aidis.queries.stats.StatisticsReport;
import dev.aidis.schemas.Counters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics with those of the period before.
 *
 * @param running whether the period is not over yet
 */
record StatsJson(
    String period, ZoneId zone, boolean running, Totals current, @Nullable Totals previous) {

  static StatsJson of(StatisticsReport report) {
    Statistics previous = report.previous();
    return new StatsJson(
        report.period().toString(),
        report.zone(),
        report.running(),
        Totals.of(report.current()),
        previous == null ? null : Totals.of(previous));
  }

  /**
   * What was done in a range of days; absent is what there is nothing to divide by for.
   *
   * @param minutes with a session going on; two at once count once
   */
  record Totals(
      DateRange days,
      long sessions,
      long minutes,
      long activeMinutes,
      @Nullable Long averageSessionMinutes,
      @Nullable BigDecimal averageScore,
      @Nullable BigDecimal completionRate,
      @Nullable LocalDate mostProductiveDay,
      @Nullable String preferredModel,
      Counters counters,
      List<Day> byDay,
      List<GroupTotals> models,
      List<GroupTotals> tags,
      List<GroupTotals> projects,
      List<ModelTokens> tokens,
      List<LanguageTotals> languages) {

    static Totals of(Statistics statistics) {
      Duration average = statistics.averageSession();
      return new Totals(
          statistics.range(),
          statistics.sessions(),
          statistics.clock().toMinutes(),
          statistics.active().toMinutes(),
          average == null ? null : Math.round(average.toSeconds() / 60.0),
          statistics.averageScore(),
          statistics.completionRate().orElse(null),
          statistics.mostProductiveDay().map(DayTotals::date).orElse(null),
          statistics.preferredModel().map(GroupTotals::name).orElse(null),
          statistics.counters(),
          statistics.days().stream().map(Day::of).toList(),
          statistics.models(),
          statistics.tags(),
          statistics.projects(),
          statistics.tokens(),
          statistics.languages());
    }
  }

  /** One day of the zone. */
  record Day(
      LocalDate date,
      long minutes,
      long activeMinutes,
      long sessions,
      @Nullable BigDecimal averageScore,
      Counters counters) {
    private static Day of(DayTotals day) {
      return new Day(
          day.date(),
          day.clock().toMinutes(),
          day.active().toMinutes(),
          day.sessions(),
          day.averageScore(),
          day.counters());
    }
  }
}
