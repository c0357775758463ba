package dev.aidis.queries;

import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds sessions and what belongs to them. */
public final class SessionQueries {
  private static final String LIST =
      """
      SELECT * FROM session_overview
      WHERE (:owner::text IS NULL OR owner = :owner)
        AND (:workspace::text IS NULL OR workspace = :workspace)
        AND (:project::text IS NULL OR project = :project)
        AND (:tag::text IS NULL OR tags @> ARRAY[:tag::text])
        AND (:before::timestamptz IS NULL OR (started_at, number) < (:before, :before_number))
      ORDER BY started_at DESC, number DESC
      LIMIT :limit
      """;

  private static final String BY_NUMBER =
      """
      SELECT * FROM session_overview WHERE number = :number
      """;

  private static final String ABSORBED_NUMBER =
      """
      SELECT o.* FROM absorbed_sessions a JOIN session_overview o ON o.uuid = a.into_uuid
      WHERE a.number = :number
      """;

  private static final String BY_ID =
      """
      SELECT * FROM session_overview WHERE uuid = :id
      """;

  private static final String ABSORBED_ID =
      """
      SELECT o.* FROM absorbed_sessions a JOIN session_overview o ON o.uuid = a.into_uuid
      WHERE a.uuid = :id
      """;

  private static final String CURRENT =
      """
      SELECT * FROM session_overview
      WHERE owner = :owner AND workspace = :workspace
        AND status IN ('active', 'paused') AND last_activity_at >= :earliest
      ORDER BY started_at DESC
      LIMIT 1
      """;

  private static final String FILES =
      """
      SELECT f.*
      FROM session_files f JOIN sessions s ON s.id = f.session_id
      WHERE s.uuid = :session
      ORDER BY f.times_modified DESC, f.mentioned_in_context DESC, f.file_path
      LIMIT :limit
      """;

  private static final String TIMELINE =
      """
      SELECT a.*
      FROM session_activities a JOIN sessions s ON s.id = a.session_id
      WHERE s.uuid = :session AND a.occurred_at BETWEEN s.started_at AND s.last_activity_at
      ORDER BY a.occurred_at DESC, a.tie_rank DESC, a.uuid DESC
      LIMIT :limit
      """;

  private static final String TASKS =
      """
      SELECT t.*, p.name AS project
      FROM tasks t LEFT JOIN projects p ON p.id = t.project_id
      WHERE t.created_position IS NOT NULL AND t.id IN (
        SELECT a.task_id
        FROM session_activities a JOIN sessions s ON s.id = a.session_id
        WHERE s.uuid = :session AND a.occurred_at BETWEEN s.started_at AND s.last_activity_at)
      ORDER BY t.created_at, t.id
      """;

  private static final String SESSION_OF =
      """
      SELECT s.uuid
      FROM session_activities a JOIN sessions s ON s.id = a.session_id
      WHERE a.uuid = :activity AND (:occurred_at::timestamptz IS NULL OR a.occurred_at = :occurred_at)
      LIMIT 1
      """;

  private static final String IS_WRITTEN =
      """
      SELECT EXISTS (
        SELECT FROM session_activities
        WHERE uuid = :activity AND (:occurred_at::timestamptz IS NULL OR occurred_at = :occurred_at))
      """;

  private final JdbcClient database;

  public SessionQueries(DataSource dataSource) {
    database = JdbcClient.create(dataSource);
  }

  /** Newest first. */
  public List<SessionView> list(SessionFilter filter) {
    SessionFilter.Place before = filter.before();
    return database
        .sql(LIST)
        .param("owner", filter.owner())
        .param("workspace", filter.workspace())
        .param("project", filter.project())
        .param("tag", filter.tag())
        .param("before", before == null ? null : atUtc(before.startedAt()))
        .param("before_number", before == null ? null : before.number())
        .param("limit", filter.limit())
        .query(Rows::session)
        .list();
  }

  /** The session of that number, or the one it was merged into. */
  public Optional<SessionView> byNumber(long number) {
    return session(BY_NUMBER, "number", number)
        .or(() -> session(ABSORBED_NUMBER, "number", number));
  }

  /** The session of that id, or the one it was merged into. */
  public Optional<SessionView> byId(UUID id) {
    return session(BY_ID, "id", id).or(() -> session(ABSORBED_ID, "id", id));
  }

  /**
   * The newest active or paused session.
   *
   * @param gap its last activity is at most so long before {@code now}
   */
  public Optional<SessionView> current(TrackerKey key, Instant now, Duration gap) {
    return database
        .sql(CURRENT)
        .param("owner", key.owner())
        .param("workspace", key.workspace())
        .param("earliest", atUtc(now.minus(gap)))
        .query(Rows::session)
        .optional();
  }

  /** The files of a session, most often modified first. */
  public List<FileView> files(UUID sessionId, int limit) {
    return database
        .sql(FILES)
        .param("session", sessionId)
        .param("limit", limit)
        .query(Rows::file)
        .list();
  }

  /** The activities of a session, newest first. */
  public List<ActivityView> timeline(UUID sessionId, int limit) {
    return database
        .sql(TIMELINE)
        .param("session", sessionId)
        .param("limit", limit)
        .query(Rows::activity)
        .list();
  }

  /** The tasks that a session's activities are about, with their status now. */
  public List<TaskView> tasks(UUID sessionId) {
    return database.sql(TASKS).param("session", sessionId).query(Rows::task).list();
  }

  /** The session an activity belongs to; looks through all months. */
  public Optional<UUID> sessionOf(UUID activityId) {
    return sessionOf(activityId, null);
  }

  /** The session an activity belongs to; looks only where an activity of that time can be. */
  public Optional<UUID> sessionOf(UUID activityId, @Nullable Instant occurredAt) {
    return database
        .sql(SESSION_OF)
        .param("activity", activityId)
        .param("occurred_at", occurredAt == null ? null : atUtc(occurredAt))
        .query(UUID.class)
        .optional();
  }

  /** Whether an activity has reached the database; looks through all months. */
  public boolean isWritten(UUID activityId) {
    return isWritten(activityId, null);
  }

  /** Whether an activity has reached the database; looks only where one of that time can be. */
  public boolean isWritten(UUID activityId, @Nullable Instant occurredAt) {
    return database
        .sql(IS_WRITTEN)
        .param("activity", activityId)
        .param("occurred_at", occurredAt == null ? null : atUtc(occurredAt))
        .query(Boolean.class)
        .single();
  }

  private Optional<SessionView> session(String sql, String parameter, Object value) {
    return database.sql(sql).param(parameter, value).query(Rows::session).optional();
  }

  private static OffsetDateTime atUtc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
