package dev.aidis.queries.patterns;

import dev.aidis.queries.Scope;
import dev.aidis.queries.jdbc.Columns;
import dev.aidis.queries.jdbc.Database;
import dev.aidis.queries.stats.ClockQueries;
import dev.aidis.queries.stats.ClockTime;
import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.StatsQueries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds when and at what an owner is most productive, from closed sessions. */
public final class PatternQueries {
  /** One row for each hour of a day, tag of a day and so on: a year has few thousand. */
  private static final String SCORES =
      """
      WITH chosen AS (
        SELECT s.productivity_score AS score, s.project_id, s.ai_model, s.tags,
          (s.started_at AT TIME ZONE 'UTC') + make_interval(secs =>
            (:offsets::int[])[width_bucket(s.started_at, :offsets_since::timestamptz[])]) AS local
        FROM sessions s
        WHERE s.owner = :owner AND s.started_at >= :from AND s.started_at < :until
          AND s.ended_at IS NOT NULL AND s.productivity_score IS NOT NULL
          AND (:workspace::text IS NULL OR s.workspace = :workspace)
          AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
          AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
          AND (:model::text IS NULL OR s.ai_model = :model)
          AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      ),
      timed AS (
        SELECT score, project_id, ai_model, tags, local::date AS day, extract(hour FROM local)::int AS hour
        FROM chosen
      ),
      grouped AS (
        SELECT
          CASE grouping(hour, ai_model, project_id)
            WHEN 3 THEN 'HOUR' WHEN 5 THEN 'MODEL' ELSE 'PROJECT' END AS kind,
          day, hour, ai_model AS name, project_id,
          count(*) AS sessions, sum(score) AS sum, sum(score * score) AS squares
        FROM timed
        GROUP BY GROUPING SETS ((day, hour), (day, ai_model), (day, project_id))
        UNION ALL
        SELECT 'TAG', day, NULL, tag, NULL, count(*), sum(score), sum(score * score)
        FROM timed, unnest(tags) AS tag
        GROUP BY day, tag
      )
      SELECT g.kind, g.day, g.hour, coalesce(g.name, p.name) AS name, g.sessions, g.sum, g.squares
      FROM grouped g LEFT JOIN projects p ON p.id = g.project_id
      """;

  private final JdbcClient database;
  private final ClockQueries clock;
  private final StatsQueries stats;

  public PatternQueries(DataSource dataSource) {
    database = Database.of(dataSource);
    clock = new ClockQueries(dataSource);
    stats = new StatsQueries(dataSource);
  }

  /**
   * The patterns of the sessions that began in a period.
   *
   * @param zone whose days and hours count
   * @param now tells what day it is there
   */
  public Patterns of(Scope scope, Period period, ZoneId zone, Instant now) {
    return of(scope, stats.days(scope, period, zone, now), zone);
  }

  /**
   * The patterns of the sessions that began in a range of days.
   *
   * @param zone whose days and hours count
   */
  public Patterns of(Scope scope, DateRange range, ZoneId zone) {
    Instant from = range.start(zone);
    Instant until = range.end(zone);
    ZoneOffsets offsets = ZoneOffsets.of(zone, from, until);
    List<ScoreRow> rows =
        database
            .sql(SCORES)
            .params(scope.parameters())
            .param("from", Columns.parameter(from))
            .param("until", Columns.parameter(until))
            .param("offsets", offsets.seconds().toArray(Integer[]::new))
            .param("offsets_since", offsets.since().toArray(String[]::new))
            .query(PatternQueries::row)
            .list();
    ClockTime time = clock.between(scope, from, until);
    CellTable table = CellTable.of(rows);
    List<Finding> findings = table.findings();
    return new Patterns(
        scope,
        range,
        zone,
        table.all().count(),
        table.all().count() == 0 ? null : table.all().mean(),
        WeekMap.of(rows, time.byHour(zone)),
        table.cells(),
        findings,
        findings.isEmpty() ? table.remark() : null);
  }

  private static ScoreRow row(ResultSet row, int index) throws SQLException {
    ScoreRow.Kind kind = ScoreRow.Kind.valueOf(Columns.text(row, "kind"));
    return new ScoreRow(
        kind,
        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
        row.getInt("hour"),
        row.getString("name"),
        new Scores(
            row.getLong("sessions"), row.getBigDecimal("sum"), row.getBigDecimal("squares")));
  }
}
