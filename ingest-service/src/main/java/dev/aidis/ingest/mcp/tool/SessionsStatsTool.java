package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;

import dev.aidis.dashboard.AppPage;
import dev.aidis.ingest.mcp.answer.StatisticsShapes;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.queries.report.StatsReport;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.StatisticsReport;
import java.util.stream.Stream;

/** {@code sessions_stats}. */
final class SessionsStatsTool implements Tool {
  private static final Period UNLESS = Period.Calendar.WEEK;
  private static final Parameter<Period> PERIOD = ScopeArguments.period(UNLESS);
  private static final Parameter<StatsReport.By> BY =
      optional(
          "by",
          ArgumentTypes.oneOf(StatsReport.By.class, StatsReport.By::wireName),
          "What the table at the end of the text takes them apart by; day if left out.");

  private final Sources sources;

  SessionsStatsTool(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        "sessions_stats",
        "Show statistics",
        """
        Tells how much the user worked and got done in a period, with the period before beside it: \
        time, sessions, tasks, lines, scores, by day, model, tag and project. Call it for questions \
        such as 'how was my week?'.""",
        Hints.READS,
        Stream.concat(Stream.<Parameter<?>>of(PERIOD, BY), ScopeArguments.ALL.stream()).toList(),
        StatisticsShapes.REPORT.schema());
  }

  @Override
  public AppPage view() {
    return AppPage.WEEK;
  }

  @Override
  public Answer call(Call call) {
    StatisticsReport report =
        sources
            .statistics()
            .of(
                ScopeArguments.of(call),
                call.arguments().getOr(PERIOD, UNLESS),
                sources.texts().zone(),
                call.at());
    return new Answer(
        sources
            .texts()
            .draw(StatsReport.of(report, call.arguments().getOr(BY, StatsReport.By.DAY))),
        StatisticsShapes.REPORT.of(report));
  }
}
