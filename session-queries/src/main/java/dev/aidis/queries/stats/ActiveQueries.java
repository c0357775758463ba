package dev.aidis.queries.stats;

import dev.aidis.queries.Scope;
import dev.aidis.queries.jdbc.Columns;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds how much of each day was active time. */
final class ActiveQueries {
  /**
   * As {@code StatsQueries} counts it for a whole range: of a session that reaches over midnight
   * its share, and by runs of sessions that overlap, for in none was there more active time than
   * time.
   */
  private static final String BY_DAY =
      """
      WITH edges AS MATERIALIZED (SELECT :day_starts::timestamptz[] AS starts),
      chosen AS (
        SELECT s.id, s.started_at, s.last_activity_at, s.active_minutes * 60 AS active,
          extract(epoch FROM s.last_activity_at - s.started_at) AS length,
          s.started_at > max(s.last_activity_at) OVER (
            ORDER BY s.started_at, s.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS apart
        FROM sessions s
        WHERE s.owner = :owner
          AND s.started_at >= :earliest AND s.started_at < :until AND s.last_activity_at > :from
          AND (:workspace::text IS NULL OR s.workspace = :workspace)
          AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
          AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
          AND (:model::text IS NULL OR s.ai_model = :model)
          AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      ),
      runs AS (
        SELECT *, count(*) FILTER (WHERE apart) OVER (ORDER BY started_at, id) AS run
        FROM chosen
      ),
      within AS (
        SELECT day, run, active, length,
          least(last_activity_at, starts[day + 1]) AS until, greatest(started_at, starts[day]) AS since
        FROM edges, runs, generate_series(
          greatest(1, width_bucket(started_at, starts)),
          least(:days, width_bucket(last_activity_at, starts))) AS day
      ),
      seconds AS (
        SELECT day, least(
          sum(active * extract(epoch FROM until - since) / nullif(length, 0)),
          extract(epoch FROM max(until) - min(since))) AS seconds
        FROM within GROUP BY day, run
      )
      SELECT day, coalesce(sum(seconds), 0)::bigint AS seconds FROM seconds GROUP BY day
      """;

  private final JdbcClient database;

  ActiveQueries(JdbcClient database) {
    this.database = database;
  }

  /** Days without a session are left out. */
  Map<LocalDate, Duration> of(Scope scope, DateRange range, ZoneId zone) {
    String[] starts =
        Stream.iterate(range.first(), day -> day.plusDays(1))
            .limit(range.first().datesUntil(range.last().plusDays(1)).count() + 1)
            .map(day -> day.atStartOfDay(zone).toInstant().toString())
            .toArray(String[]::new);
    Map<LocalDate, Duration> active = new HashMap<>();
    database
        .sql(BY_DAY)
        .params(scope.parameters())
        .param("from", Columns.parameter(range.start(zone)))
        .param("until", Columns.parameter(range.end(zone)))
        .param("earliest", Columns.parameter(ClockQueries.earliest(range.start(zone))))
        .param("day_starts", starts)
        .param("days", starts.length - 1)
        .query(
            row -> {
              active.put(
                  range.first().plusDays(row.getLong("day") - 1),
                  Duration.ofSeconds(row.getLong("seconds")));
            });
    return active;
  }
}
