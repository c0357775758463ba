package dev.aidis.queries;

import dev.aidis.queries.jdbc.Columns;
import dev.aidis.queries.jdbc.Database;
import dev.aidis.schemas.SessionStatus;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds sessions of an owner and what belongs to them. */
public final class SessionQueries {
  private static final String LIST =
      """
      SELECT o.* FROM session_overview o
      WHERE (:owner::text IS NULL OR o.owner = :owner)
        AND (:workspace::text IS NULL OR o.workspace = :workspace)
        AND (:project::text IS NULL OR o.project = :project)
        AND (:tag::text IS NULL OR o.tags @> ARRAY[:tag::text])
        AND (:model::text IS NULL OR o.ai_model = :model)
        AND (:machine::text IS NULL OR o.machines @> ARRAY[:machine::text])
        AND (:status::text IS NULL OR o.status = :status)
        AND (:from::timestamptz IS NULL OR o.started_at >= :from)
        AND (:until::timestamptz IS NULL OR o.started_at < :until)
        AND (:words::text IS NULL OR o.number IN (
          SELECT s.id FROM sessions s
          WHERE words_in(s.session_goals, s.session_notes) @@ to_tsquery('simple', :words)
          UNION ALL
          SELECT t.session_id FROM tasks t WHERE words_in(t.title) @@ to_tsquery('simple', :words)
          UNION ALL
          SELECT d.session_id FROM decisions d
          WHERE words_in(d.title, d.rationale) @@ to_tsquery('simple', :words)
          UNION ALL
          SELECT c.session_id FROM context c
          WHERE words_in(c.title, c.content) @@ to_tsquery('simple', :words)))
        AND (:before::timestamptz IS NULL OR (o.started_at, o.number) < (:before, :before_number))
      ORDER BY o.started_at DESC, o.number DESC
      LIMIT :limit
      """;

  private static final String BY_NUMBER =
      """
      SELECT * FROM session_overview WHERE owner = :owner AND number = :number
      """;

  private static final String ABSORBED_NUMBER =
      """
      SELECT o.* FROM absorbed_sessions a JOIN session_overview o ON o.uuid = a.into_uuid
      WHERE o.owner = :owner AND a.number = :number
      """;

  private static final String BY_ID =
      """
      SELECT * FROM session_overview WHERE owner = :owner AND uuid = :id
      """;

  private static final String ABSORBED_ID =
      """
      SELECT o.* FROM absorbed_sessions a JOIN session_overview o ON o.uuid = a.into_uuid
      WHERE o.owner = :owner AND a.uuid = :id
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
      SELECT f.*, count(*) OVER () AS all_files
      FROM session_files f JOIN sessions s ON s.id = f.session_id
      WHERE s.owner = :owner AND s.uuid = :session
      ORDER BY f.times_modified DESC, f.mentioned_in_context DESC, f.file_path
      LIMIT :limit
      """;

  private static final String TASKS =
      """
      SELECT t.*, p.name AS project
      FROM tasks t LEFT JOIN projects p ON p.id = t.project_id
      WHERE t.owner = :owner AND t.created_position IS NOT NULL AND t.id IN (
        SELECT a.task_id FROM session_activities a
        WHERE a.session_id = :session AND a.occurred_at BETWEEN :first AND :last)
      ORDER BY t.created_at, t.id
      LIMIT :limit
      """;

  /** Without activities: what was created or happened last in the session. */
  private static final String TASKS_THAT_STAY =
      """
      SELECT t.*, p.name AS project
      FROM tasks t
      JOIN sessions s ON s.id = :session
      LEFT JOIN projects p ON p.id = t.project_id
      WHERE t.owner = :owner AND t.created_position IS NOT NULL
        AND (t.session_id = s.id OR t.workspace = s.workspace AND t.updated_at BETWEEN :first AND :last)
      ORDER BY t.created_at, t.id
      LIMIT :limit
      """;

  private static final String SESSION_OF =
      """
      SELECT s.uuid
      FROM session_activities a JOIN sessions s ON s.id = a.session_id
      WHERE s.owner = :owner AND a.uuid = :activity AND a.occurred_at = :occurred_at
      LIMIT 1
      """;

  private static final String IS_WRITTEN =
      """
      SELECT EXISTS (
        SELECT FROM session_activities
        WHERE owner = :owner AND uuid = :activity AND occurred_at = :occurred_at)
      """;

  private final JdbcClient database;

  public SessionQueries(DataSource dataSource) {
    database = Database.of(dataSource);
  }

  /** Newest first. */
  public List<SessionView> list(SessionFilter filter) {
    return rows(filter, filter.limit());
  }

  /** Newest first, with the place that the next page begins behind. */
  public SessionPage page(SessionFilter filter) {
    List<SessionView> rows = rows(filter, filter.limit() + 1);
    boolean more = rows.size() > filter.limit();
    List<SessionView> sessions = more ? rows.subList(0, filter.limit()) : rows;
    return new SessionPage(sessions, more ? SessionFilter.Place.of(sessions.getLast()) : null);
  }

  private List<SessionView> rows(SessionFilter filter, int limit) {
    SessionFilter.Place before = filter.before();
    SessionStatus status = filter.status();
    return database
        .sql(LIST)
        .param("owner", filter.owner())
        .param("workspace", filter.workspace())
        .param("project", filter.project())
        .param("tag", filter.tag())
        .param("model", filter.model())
        .param("machine", filter.machine())
        .param("status", status == null ? null : status.wireName())
        .param("from", Columns.parameter(filter.from()))
        .param("until", Columns.parameter(filter.until()))
        .param("words", Words.query(filter.text()))
        .param("before", before == null ? null : Columns.parameter(before.startedAt()))
        .param("before_number", before == null ? null : before.number())
        .param("limit", limit)
        .query(Rows::session)
        .list();
  }

  /** The owner's session of that number, or the one it was merged into. */
  public Optional<SessionView> byNumber(String owner, long number) {
    return session(BY_NUMBER, owner, "number", number)
        .or(() -> session(ABSORBED_NUMBER, owner, "number", number));
  }

  /** The owner's session of that id, or the one it was merged into. */
  public Optional<SessionView> byId(String owner, UUID id) {
    return session(BY_ID, owner, "id", id).or(() -> session(ABSORBED_ID, owner, "id", id));
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
        .param("earliest", Columns.parameter(now.minus(gap)))
        .query(Rows::session)
        .optional();
  }

  /**
   * The files of a session of the owner.
   *
   * @param limit at most so many are listed, at least 1; all are counted
   */
  public FileList files(String owner, UUID sessionId, int limit) {
    ResultSetExtractor<FileList> reader = Rows::files;
    return database
        .sql(FILES)
        .param("owner", owner)
        .param("session", sessionId)
        .param("limit", limit)
        .query(reader);
  }

  /** All of {@link #tasks(String, UUID, int)}. */
  public List<TaskView> tasks(String owner, UUID sessionId) {
    return tasks(owner, sessionId, Integer.MAX_VALUE);
  }

  /**
   * The tasks that a session's activities are about, with their status now. Of a session that is
   * archived those that were created in it or told of last in it: of others that went on in it
   * nothing but activities tells.
   */
  public List<TaskView> tasks(String owner, UUID sessionId, int limit) {
    return Extent.of(database, owner, sessionId)
        .map(extent -> extent.within(database.sql(extent.archived() ? TASKS_THAT_STAY : TASKS)))
        .map(statement -> statement.param("owner", owner).param("limit", limit))
        .map(statement -> statement.query(Rows::task).list())
        .orElseGet(List::of);
  }

  /** The session of the owner that an activity belongs to. */
  public Optional<UUID> sessionOf(String owner, UUID activityId, Instant occurredAt) {
    return ofActivity(SESSION_OF, owner, activityId, occurredAt).query(UUID.class).optional();
  }

  /** Whether an activity of the owner has reached the database. */
  public boolean isWritten(String owner, UUID activityId, Instant occurredAt) {
    return ofActivity(IS_WRITTEN, owner, activityId, occurredAt).query(Boolean.class).single();
  }

  private Optional<SessionView> session(String sql, String owner, String parameter, Object value) {
    return database
        .sql(sql)
        .param("owner", owner)
        .param(parameter, value)
        .query(Rows::session)
        .optional();
  }

  private JdbcClient.StatementSpec ofActivity(
      String sql, String owner, UUID activityId, Instant occurredAt) {
    return database
        .sql(sql)
        .param("owner", owner)
        .param("activity", activityId)
        .param("occurred_at", Columns.parameter(occurredAt));
  }
}
