package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.SessionResources.Content;
import dev.aidis.ingest.mcp.SessionResources.Template;
import dev.aidis.ingest.mcp.answer.StatisticsShapes;
import dev.aidis.ingest.mcp.tool.NothingThereException;
import dev.aidis.ingest.mcp.tool.Sources;
import dev.aidis.queries.Scope;
import dev.aidis.queries.stats.Period;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The caller's statistics of a period, as {@code aidis://stats/week}. */
record StatisticsResource(Sources sources, JsonMapper json) {
  static final String PREFIX = "aidis://stats/";
  static final String PERIOD = "period";

  /** What users begin with. */
  static final List<String> PERIODS =
      List.of("day", "week", "month", "year", "7d", "30d", "90d", "all");

  static final Template TEMPLATE =
      new Template(
          PREFIX + "{" + PERIOD + "}",
          "statistics",
          "Statistics",
          "Time, sessions, tasks, lines and scores of a period (day, week, month, year, all, a"
              + " number of days such as 30d), with the period before beside it.",
          SessionResources.JSON_TYPE);

  /**
   * What is there now.
   *
   * @throws NothingThereException if it is no period
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  Content read(Caller caller, String uri, Instant now) {
    Period period = period(uri.substring(PREFIX.length()));
    return new Content(
        SessionResources.JSON_TYPE,
        json.writeValueAsString(
            StatisticsShapes.REPORT.of(
                sources
                    .statistics()
                    .of(
                        Scope.of(caller.trackerKey().owner()),
                        period,
                        sources.texts().zone(),
                        now))));
  }

  private static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw new NothingThereException(String.valueOf(e.getMessage()));
    }
  }
}
