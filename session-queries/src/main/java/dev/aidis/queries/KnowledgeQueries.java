package dev.aidis.queries;

import dev.aidis.queries.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the tasks, decisions and context of a session. */
public final class KnowledgeQueries {
  private static final String PROGRESS =
      """
      SELECT
        count(*) FILTER (WHERE task_status = 'completed') AS completed,
        count(*) FILTER (WHERE task_status = 'in_progress') AS in_progress,
        count(*) FILTER (WHERE task_status = 'todo') AS todo
      FROM (
        SELECT DISTINCT ON (a.task_id)
          CASE a.activity_type
            WHEN 'task_completed' THEN 'completed'
            WHEN 'task_in_progress' THEN 'in_progress'
            WHEN 'task_todo' THEN 'todo'
            ELSE CASE WHEN a.task_status IN ('in_progress', 'completed') THEN a.task_status ELSE 'todo' END
          END AS task_status
        FROM session_activities a
        WHERE a.session_id = :session AND a.occurred_at BETWEEN :first AND :last
          AND a.activity_type IN ('task_created', 'task_todo', 'task_in_progress', 'task_completed')
          AND a.task_id IS NOT NULL
        ORDER BY a.task_id, a.occurred_at DESC, a.tie_rank DESC, a.uuid DESC) AS told_last
      """;

  /** Without activities. */
  private static final String COUNTED_PROGRESS =
      """
      SELECT tasks_completed AS completed, tasks_in_progress AS in_progress, tasks_todo AS todo
      FROM sessions WHERE id = :session
      """;

  private static final String COMPLETED =
      """
      SELECT t.*, p.name AS project
      FROM (
        SELECT a.task_id, max(a.occurred_at) AS at
        FROM session_activities a
        WHERE a.session_id = :session AND a.occurred_at BETWEEN :first AND :last
          AND a.activity_type = 'task_completed' AND a.task_id IS NOT NULL
        GROUP BY a.task_id) AS done
      JOIN tasks t ON t.id = done.task_id AND t.owner = :owner
      LEFT JOIN projects p ON p.id = t.project_id
      ORDER BY done.at, t.id
      LIMIT :limit
      """;

  /** Without activities: what is completed now, and was completed last in the session. */
  private static final String COMPLETED_TO_STAY =
      """
      SELECT t.*, p.name AS project
      FROM tasks t
      JOIN sessions s ON s.id = :session
      LEFT JOIN projects p ON p.id = t.project_id
      WHERE t.owner = :owner AND t.workspace = s.workspace AND t.completed_at BETWEEN :first AND :last
      ORDER BY t.completed_at, t.id
      LIMIT :limit
      """;

  private static final String DECISIONS =
      """
      SELECT d.id, d.uuid, d.title, d.rationale, d.tags, d.created_at, p.name AS project
      FROM decisions d
      JOIN sessions s ON s.id = d.session_id
      LEFT JOIN projects p ON p.id = d.project_id
      WHERE s.owner = :owner AND s.uuid = :session AND d.created_position IS NOT NULL
      ORDER BY d.created_at, d.id
      LIMIT :limit
      """;

  private static final String LATEST_DECISIONS =
      """
      SELECT * FROM (
        SELECT d.id, d.uuid, d.title, d.rationale, d.tags, d.created_at, p.name AS project
        FROM decisions d
        JOIN sessions s ON s.id = d.session_id
        LEFT JOIN projects p ON p.id = d.project_id
        WHERE s.owner = :owner AND s.uuid = :session AND d.created_position IS NOT NULL
        ORDER BY d.created_at DESC, d.id DESC
        LIMIT :limit) AS latest
      ORDER BY created_at, id
      """;

  private static final String CONTEXT =
      """
      SELECT c.id, c.uuid, c.title, c.content, c.tags, c.created_at, p.name AS project
      FROM context c
      JOIN sessions s ON s.id = c.session_id
      LEFT JOIN projects p ON p.id = c.project_id
      WHERE s.owner = :owner AND s.uuid = :session AND c.created_position IS NOT NULL
      ORDER BY c.created_at, c.id
      LIMIT :limit
      """;

  private final JdbcClient database;

  public KnowledgeQueries(DataSource dataSource) {
    database = Database.of(dataSource);
  }

  /** How far the tasks are that the session is about; of one that is archived by its counters. */
  public TaskProgress progress(String owner, UUID sessionId) {
    return Extent.of(database, owner, sessionId)
        .map(extent -> extent.within(database.sql(extent.archived() ? COUNTED_PROGRESS : PROGRESS)))
        .map(statement -> statement.query(KnowledgeQueries::progress).single())
        .orElse(TaskProgress.NONE);
  }

  private static TaskProgress progress(ResultSet row, int index) throws SQLException {
    return new TaskProgress(
        row.getLong("completed"), row.getLong("in_progress"), row.getLong("todo"));
  }

  /**
   * The tasks that were completed in the session, with their status now, as they were completed. Of
   * a session that is archived those that are completed still.
   */
  public List<TaskView> completedTasks(String owner, UUID sessionId, int limit) {
    return Extent.of(database, owner, sessionId)
        .map(
            extent ->
                extent.within(database.sql(extent.archived() ? COMPLETED_TO_STAY : COMPLETED)))
        .map(statement -> statement.param("owner", owner).param("limit", limit))
        .map(statement -> statement.query(Rows::task).list())
        .orElseGet(List::of);
  }

  /** The decisions made in the session, in time order. */
  public List<DecisionView> decisions(String owner, UUID sessionId, int limit) {
    return of(DECISIONS, owner, sessionId, limit).query(Rows::decision).list();
  }

  /** The last decisions made in the session, in time order. */
  public List<DecisionView> latestDecisions(String owner, UUID sessionId, int limit) {
    return of(LATEST_DECISIONS, owner, sessionId, limit).query(Rows::decision).list();
  }

  /** The context items added in the session, in time order. */
  public List<ContextItemView> context(String owner, UUID sessionId, int limit) {
    return of(CONTEXT, owner, sessionId, limit).query(Rows::contextItem).list();
  }

  private JdbcClient.StatementSpec of(String sql, String owner, UUID sessionId, int limit) {
    return database
        .sql(sql)
        .param("owner", owner)
        .param("session", sessionId)
        .param("limit", limit);
  }
}
