package dev.aidis.queries.stats;

import dev.aidis.queries.Scope;
import dev.aidis.queries.jdbc.Columns;
import dev.aidis.queries.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells when sessions were going on. Sessions at the same time count once; a pause lasts until the
 * session's next activity and does not count, unless another session went on. Of activities that
 * have been archived the pauses are no longer known.
 */
public final class ClockQueries {
  /** Beyond the greatest length of a session, 24 hours unless configured otherwise. */
  private static final Duration REACH = Duration.ofDays(7);

  private static final String SPANS =
      """
      WITH chosen AS (
        SELECT s.id, s.started_at, s.last_activity_at
        FROM sessions s
        WHERE s.owner = :owner
          AND s.started_at >= :earliest AND s.started_at < :until AND s.last_activity_at > :from
          AND (:workspace::text IS NULL OR s.workspace = :workspace)
          AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
          AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
          AND (:model::text IS NULL OR s.ai_model = :model)
          AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      ),
      paused AS (
        SELECT c.id, range_agg(tstzrange(a.occurred_at, coalesce(next.occurred_at, c.last_activity_at))) AS spans
        FROM session_activities a
        JOIN chosen c ON c.id = a.session_id
        LEFT JOIN LATERAL (
          SELECT n.occurred_at FROM session_activities n
          WHERE n.session_id = a.session_id
            AND n.occurred_at >= :earliest AND n.occurred_at < :until AND n.occurred_at >= a.occurred_at
            AND (n.occurred_at, n.tie_rank, n.uuid) > (a.occurred_at, a.tie_rank, a.uuid)
          ORDER BY n.occurred_at, n.tie_rank, n.uuid
          LIMIT 1) next ON true
        WHERE a.owner = :owner AND a.activity_type = 'session_paused'
          AND a.occurred_at >= :earliest AND a.occurred_at < :until AND a.occurred_at <= c.last_activity_at
        GROUP BY c.id
      ),
      going_on AS (
        SELECT range_agg(
          tstzmultirange(tstzrange(c.started_at, c.last_activity_at)) - coalesce(p.spans, '{}'))
          * tstzmultirange(tstzrange(:from, :until)) AS spans
        FROM chosen c LEFT JOIN paused p ON p.id = c.id
      )
      SELECT lower(span) AS span_from, upper(span) AS span_until
      FROM going_on, unnest(spans) AS span
      ORDER BY span
      """;

  private static final String EXTENT =
      """
      SELECT min(started_at) AS span_from, max(last_activity_at) AS span_until FROM sessions
      WHERE owner = :owner AND uuid = ANY (:sessions)
      """;

  private static final String SPANS_OF_SESSIONS =
      """
      WITH chosen AS (
        SELECT id, started_at, last_activity_at FROM sessions
        WHERE owner = :owner AND uuid = ANY (:sessions)
      ),
      paused AS (
        SELECT c.id, range_agg(tstzrange(a.occurred_at, next.occurred_at)) AS spans
        FROM chosen c
        JOIN session_activities a ON a.session_id = c.id AND a.activity_type = 'session_paused'
          AND a.occurred_at BETWEEN :first AND :last
          AND a.occurred_at BETWEEN c.started_at AND c.last_activity_at
        CROSS JOIN LATERAL (
          SELECT n.occurred_at FROM session_activities n
          WHERE n.session_id = c.id
            AND n.occurred_at BETWEEN :first AND :last
            AND n.occurred_at BETWEEN a.occurred_at AND c.last_activity_at
            AND (n.occurred_at, n.tie_rank, n.uuid) > (a.occurred_at, a.tie_rank, a.uuid)
          ORDER BY n.occurred_at, n.tie_rank, n.uuid
          LIMIT 1) next
        GROUP BY c.id
      ),
      going_on AS (
        SELECT range_agg(
          tstzmultirange(tstzrange(c.started_at, c.last_activity_at)) - coalesce(p.spans, '{}')) AS spans
        FROM chosen c LEFT JOIN paused p ON p.id = c.id
      )
      SELECT lower(span) AS span_from, upper(span) AS span_until
      FROM going_on, unnest(spans) AS span
      ORDER BY span
      """;

  /** What lies between: the months that are planned for. */
  private record Extent(Instant first, Instant last) {}

  private final JdbcClient database;

  public ClockQueries(DataSource dataSource) {
    database = Database.of(dataSource);
  }

  /** The time from {@code from} to before {@code until} with one of the sessions going on. */
  public ClockTime between(Scope scope, Instant from, Instant until) {
    List<Span> spans =
        database
            .sql(SPANS)
            .params(scope.parameters())
            .param("from", Columns.parameter(from))
            .param("until", Columns.parameter(until))
            .param("earliest", Columns.parameter(earliest(from)))
            .query(ClockQueries::span)
            .list();
    return new ClockTime(spans);
  }

  /** The time with one of these sessions of the owner going on. */
  public ClockTime of(String owner, UUID[] sessions) {
    return database
        .sql(EXTENT)
        .param("owner", owner)
        .param("sessions", sessions)
        .query(ClockQueries::extent)
        .optional()
        .map(extent -> new ClockTime(spans(owner, sessions, extent)))
        .orElseGet(() -> new ClockTime(List.of()));
  }

  private List<Span> spans(String owner, UUID[] sessions, Extent extent) {
    return database
        .sql(SPANS_OF_SESSIONS)
        .param("owner", owner)
        .param("sessions", sessions)
        .param("first", Columns.parameter(extent.first()))
        .param("last", Columns.parameter(extent.last()))
        .query(ClockQueries::span)
        .list();
  }

  private static @Nullable Extent extent(ResultSet row, int index) throws SQLException {
    Instant first = Columns.optionalTime(row, "span_from");
    Instant last = Columns.optionalTime(row, "span_until");
    return first == null || last == null ? null : new Extent(first, last);
  }

  /** No session that reaches over {@code from} began earlier. */
  static Instant earliest(Instant from) {
    return from.minus(REACH);
  }

  private static Span span(ResultSet row, int index) throws SQLException {
    return new Span(Columns.time(row, "span_from"), Columns.time(row, "span_until"));
  }
}
