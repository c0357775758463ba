package dev.aidis.ingest.mcp.answer;

import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.DayTotals;
import dev.aidis.queries.stats.GroupTotals;
import dev.aidis.queries.stats.ModelTokens;
import dev.aidis.queries.stats.Statistics;
import dev.aidis.queries.stats.StatisticsReport;
import dev.aidis.schemas.Counters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Statistics as tools answer with them. */
public final class StatisticsShapes {
  static final Shape<DateRange> DAYS =
      Shape.<DateRange>empty()
          .with("first", Json.DAY, "The first day.", DateRange::first)
          .with("last", Json.DAY, "The last day, part of it.", DateRange::last);

  private static final Shape<Counters> COUNTERS =
      Shape.<Counters>empty()
          .with("tasks_created", Json.INTEGER, "Tasks created.", Counters::tasksCreated)
          .with("tasks_completed", Json.INTEGER, "Tasks completed.", Counters::tasksCompleted)
          .with("context_items", Json.INTEGER, "Items added.", Counters::contextItemsAdded)
          .with("decisions", Json.INTEGER, "Decisions made.", Counters::decisionsMade)
          .with(
              "files_modified",
              Json.INTEGER,
              "A file once for each session.",
              Counters::filesModified)
          .with("lines_added", Json.INTEGER, "Lines of code.", Counters::linesAdded)
          .with("lines_removed", Json.INTEGER, "Lines of code.", Counters::linesRemoved)
          .with("prompts", Json.INTEGER, "Prompts to assistants.", Counters::prompts)
          .with("tool_uses", Json.INTEGER, "Tools that assistants used.", Counters::toolUses)
          .with("activities", Json.INTEGER, "All activities.", Counters::activities)
          .with("tokens", Json.INTEGER, "Used by AI.", counters -> counters.usage().tokens())
          .with(
              "cost_micro_usd",
              Json.INTEGER,
              "Their cost in millionths of a dollar.",
              counters -> counters.usage().costMicroUsd());

  private static final Shape<ModelTokens> TOKENS =
      Shape.<ModelTokens>empty()
          .with(
              "model",
              Json.TEXT,
              "The AI model; archived for the sum of months that are archived.",
              ModelTokens::model)
          .with("input", Json.INTEGER, "Tokens.", model -> model.usage().inputTokens())
          .with("output", Json.INTEGER, "Tokens.", model -> model.usage().outputTokens())
          .with("cache_read", Json.INTEGER, "Tokens.", model -> model.usage().cacheReadTokens())
          .with(
              "cache_creation",
              Json.INTEGER,
              "Tokens.",
              model -> model.usage().cacheCreationTokens())
          .with(
              "cost_micro_usd",
              Json.INTEGER,
              "Millionths of a dollar.",
              model -> model.usage().costMicroUsd());

  private static final Shape<DayTotals> DAY =
      Shape.<DayTotals>empty()
          .with("date", Json.DAY, "The day.", DayTotals::date)
          .with("minutes", Json.INTEGER, "Time worked.", day -> day.clock().toMinutes())
          .with("active_minutes", Json.INTEGER, "With activity.", day -> day.active().toMinutes())
          .with("sessions", Json.INTEGER, "Sessions that began.", DayTotals::sessions)
          .maybe("average_score", Json.NUMBER, "0 to 100.", DayTotals::averageScore)
          .with("counters", COUNTERS.json(), "What was done.", DayTotals::counters);

  private static final Shape<GroupTotals> GROUP =
      Shape.<GroupTotals>empty()
          .with("name", Json.TEXT, "Of the model, tag or project.", GroupTotals::name)
          .with("sessions", Json.INTEGER, "Sessions that have it.", GroupTotals::sessions)
          .maybe("average_score", Json.NUMBER, "0 to 100.", GroupTotals::averageScore)
          .with("tasks_created", Json.INTEGER, "In them.", GroupTotals::tasksCreated)
          .with("tasks_completed", Json.INTEGER, "In them.", GroupTotals::tasksCompleted);

  /** The sums alone. */
  private static final Shape<Statistics> SUMS =
      Shape.<Statistics>empty()
          .with("days", DAYS.json(), "The days these are.", Statistics::range)
          .with("sessions", Json.INTEGER, "Sessions that began.", Statistics::sessions)
          .with(
              "minutes",
              Json.INTEGER,
              "Time with a session going on; two at once count once.",
              sums -> sums.clock().toMinutes())
          .with(
              "active_minutes",
              Json.INTEGER,
              "Time with activity.",
              sums -> sums.active().toMinutes())
          .maybe(
              "average_session_minutes",
              Json.INTEGER,
              "Absent without a session.",
              StatisticsShapes::averageMinutes)
          .maybe("average_score", Json.NUMBER, "0 to 100.", Statistics::averageScore)
          .maybe(
              "completion_rate",
              Json.NUMBER,
              "Tasks completed of those created, in percent.",
              sums -> sums.completionRate().orElse(null))
          .maybe(
              "most_productive_day",
              Json.DAY,
              "The day of the highest score.",
              sums -> sums.mostProductiveDay().map(DayTotals::date).orElse(null))
          .maybe(
              "preferred_model",
              Json.TEXT,
              "The model of most sessions.",
              sums -> sums.preferredModel().map(GroupTotals::name).orElse(null))
          .with("counters", COUNTERS.json(), "What was done.", Statistics::counters);

  public static final Shape<StatisticsReport> REPORT =
      Shape.<StatisticsReport>empty()
          .with("period", Json.TEXT, "As asked for.", report -> report.period().toString())
          .with("zone", Json.TEXT, "Whose days these are.", report -> report.zone().toString())
          .with("running", Json.BOOLEAN, "Whether it is not over.", StatisticsReport::running)
          .with(
              "current",
              SUMS.with("by_day", DAY.list(), "Days with work.", Statistics::days)
                  .with("models", GROUP.list(), "Most sessions first.", Statistics::models)
                  .with("tags", GROUP.list(), "Most sessions first.", Statistics::tags)
                  .with("projects", GROUP.list(), "Most sessions first.", Statistics::projects)
                  .with("tokens", TOKENS.list(), "Most expensive first.", Statistics::tokens)
                  .json(),
              "The period.",
              StatisticsReport::current)
          .maybe(
              "previous",
              SUMS.json(),
              "As much time just before, to compare with.",
              StatisticsReport::previous);

  private StatisticsShapes() {}

  private static @Nullable Number averageMinutes(Statistics sums) {
    Duration average = sums.averageSession();
    return average == null ? null : Math.round(average.toSeconds() / 60.0);
  }
}
