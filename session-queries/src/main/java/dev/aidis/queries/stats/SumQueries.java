package dev.aidis.queries.stats;

import dev.aidis.queries.Scope;
import dev.aidis.queries.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up the sessions that began in a range. */
final class SumQueries {
  /**
   * One pass over the sessions. Days begin when this program says: databases know other zones. They
   * are read once, not for each session.
   */
  private static final String SUMS =
      """
      WITH edges AS MATERIALIZED (SELECT :day_starts::timestamptz[] AS starts),
      chosen AS (
        SELECT s.*, width_bucket(s.started_at, edges.starts) AS day
        FROM sessions s, edges
        WHERE s.owner = :owner AND s.started_at >= :from AND s.started_at < :until
          AND (:workspace::text IS NULL OR s.workspace = :workspace)
          AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
          AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
          AND (:model::text IS NULL OR s.ai_model = :model)
          AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      ),
      sums AS (
        SELECT
          CASE grouping(day, ai_model, project_id)
            WHEN 3 THEN 'DAY' WHEN 5 THEN 'MODEL' WHEN 6 THEN 'PROJECT' ELSE 'ALL' END AS kind,
          day, ai_model, project_id, count(*) AS sessions,
          coalesce(sum(duration_minutes), 0) AS duration_minutes,
          round(avg(productivity_score), 2) AS average_score,
          coalesce(sum(activities), 0) AS activities,
          coalesce(sum(tasks_created), 0) AS tasks_created,
          coalesce(sum(tasks_completed), 0) AS tasks_completed,
          coalesce(sum(tasks_in_progress), 0) AS tasks_in_progress,
          coalesce(sum(tasks_todo), 0) AS tasks_todo,
          coalesce(sum(context_items_added), 0) AS context_items_added,
          coalesce(sum(decisions_made), 0) AS decisions_made,
          coalesce(sum(files_modified_count), 0) AS files_modified_count,
          coalesce(sum(file_modifications), 0) AS file_modifications,
          coalesce(sum(file_mentions), 0) AS file_mentions,
          coalesce(sum(loc_added_by_ai), 0) AS loc_added_by_ai,
          coalesce(sum(loc_removed_by_ai), 0) AS loc_removed_by_ai,
          coalesce(sum(loc_added_by_human), 0) AS loc_added_by_human,
          coalesce(sum(loc_removed_by_human), 0) AS loc_removed_by_human,
          coalesce(sum(prompts), 0) AS prompts,
          coalesce(sum(tool_uses), 0) AS tool_uses,
          coalesce(sum(input_tokens), 0) AS input_tokens,
          coalesce(sum(output_tokens), 0) AS output_tokens,
          coalesce(sum(cache_read_tokens), 0) AS cache_read_tokens,
          coalesce(sum(cache_creation_tokens), 0) AS cache_creation_tokens,
          coalesce(sum(cost_micro_usd), 0) AS cost_micro_usd
        FROM chosen
        GROUP BY GROUPING SETS ((), (day), (ai_model), (project_id))
      )
      SELECT sums.*, coalesce(sums.ai_model, p.name) AS group_name
      FROM sums LEFT JOIN projects p ON p.id = sums.project_id
      """;

  private static final String TAGS =
      """
      SELECT tag, count(*) AS sessions, round(avg(s.productivity_score), 2) AS average_score,
        sum(s.tasks_created) AS tasks_created, sum(s.tasks_completed) AS tasks_completed
      FROM sessions s, unnest(s.tags) AS tag
      WHERE s.owner = :owner AND s.started_at >= :from AND s.started_at < :until
        AND (:workspace::text IS NULL OR s.workspace = :workspace)
        AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
        AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
        AND (:model::text IS NULL OR s.ai_model = :model)
        AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      GROUP BY tag
      ORDER BY count(*) DESC, sum(s.activities) DESC, tag COLLATE "C"
      """;

  private final JdbcClient database;

  SumQueries(JdbcClient database) {
    this.database = database;
  }

  Sums of(Scope scope, DateRange range, ZoneId zone) {
    return new Sums(
        database
            .sql(SUMS)
            .params(scope.parameters())
            .param("from", Columns.parameter(range.start(zone)))
            .param("until", Columns.parameter(range.end(zone)))
            .param("day_starts", dayStarts(range, zone))
            .query((row, index) -> row(row, range.first()))
            .list());
  }

  /** Most sessions first. */
  List<GroupTotals> tags(Scope scope, Instant from, Instant until) {
    return database
        .sql(TAGS)
        .params(scope.parameters())
        .param("from", Columns.parameter(from))
        .param("until", Columns.parameter(until))
        .query(SumQueries::group)
        .list();
  }

  private static String[] dayStarts(DateRange range, ZoneId zone) {
    return range
        .first()
        .datesUntil(range.last().plusDays(1))
        .map(day -> day.atStartOfDay(zone).toInstant().toString())
        .toArray(String[]::new);
  }

  private static Sums.Row row(ResultSet row, LocalDate first) throws SQLException {
    Sums.Kind kind = Sums.Kind.valueOf(Columns.text(row, "kind"));
    return new Sums.Row(
        kind,
        kind == Sums.Kind.DAY ? first.plusDays(row.getLong("day") - 1) : null,
        row.getString("group_name"),
        row.getLong("sessions"),
        row.getLong("duration_minutes"),
        row.getBigDecimal("average_score"),
        Columns.counters(row));
  }

  private static GroupTotals group(ResultSet row, int index) throws SQLException {
    return new GroupTotals(
        Columns.text(row, "tag"),
        row.getLong("sessions"),
        row.getBigDecimal("average_score"),
        row.getLong("tasks_created"),
        row.getLong("tasks_completed"));
  }
}
