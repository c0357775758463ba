package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Assigns what belongs to merged or split sessions anew: each activity to the session in whose
 * range its position lies, and with it tasks, context items, decisions and files.
 */
final class RecutSessions {
  private static final String MOVE_ACTIVITIES =
      """
      WITH alive AS (SELECT unnest(?) AS uuid)
      UPDATE session_activities a SET session_id = (
        SELECT s.id FROM sessions s
        WHERE s.owner = a.owner AND s.workspace = a.workspace AND s.started_at <= a.occurred_at
          AND s.uuid IN (SELECT uuid FROM alive)
          AND ROW (a.occurred_at, a.tie_rank, a.uuid)::activity_position
            BETWEEN s.first_position AND s.last_position
        ORDER BY s.started_at DESC
        LIMIT 1)
      FROM sessions old
      WHERE old.uuid = ANY (?) AND a.session_id = old.id
        AND (old.uuid NOT IN (SELECT uuid FROM alive)
          OR ROW (a.occurred_at, a.tie_rank, a.uuid)::activity_position
            NOT BETWEEN old.first_position AND old.last_position)
      """;

  /** An end that closed nothing may lie within a session now. */
  private static final String ADOPT_ACTIVITIES =
      """
      UPDATE session_activities a SET session_id = s.id
      FROM sessions s
      WHERE s.uuid = ANY (?) AND a.session_id IS NULL
        AND a.owner = s.owner AND a.workspace = s.workspace
        AND a.occurred_at BETWEEN s.started_at AND s.last_activity_at
        AND ROW (a.occurred_at, a.tie_rank, a.uuid)::activity_position
          BETWEEN s.first_position AND s.last_position
      """;

  private static final String MOVE_TASKS =
      """
      UPDATE tasks t SET session_id = (
        SELECT s.id FROM sessions s
        WHERE s.uuid = ANY (?) AND s.owner = t.owner AND s.workspace = t.workspace
          AND t.created_position BETWEEN s.first_position AND s.last_position)
      WHERE t.session_id IN (SELECT id FROM sessions WHERE uuid = ANY (?))
      """;

  private static final String MOVE_CONTEXT =
      """
      UPDATE context t SET session_id = (
        SELECT s.id FROM sessions s
        WHERE s.uuid = ANY (?) AND s.owner = t.owner AND s.workspace = t.workspace
          AND t.created_position BETWEEN s.first_position AND s.last_position)
      WHERE t.session_id IN (SELECT id FROM sessions WHERE uuid = ANY (?))
      """;

  private static final String MOVE_DECISIONS =
      """
      UPDATE decisions t SET session_id = (
        SELECT s.id FROM sessions s
        WHERE s.uuid = ANY (?) AND s.owner = t.owner AND s.workspace = t.workspace
          AND t.created_position BETWEEN s.first_position AND s.last_position)
      WHERE t.session_id IN (SELECT id FROM sessions WHERE uuid = ANY (?))
      """;

  private static final String CLEAR_FILES =
      """
      DELETE FROM session_files WHERE session_id IN (SELECT id FROM sessions WHERE uuid = ANY (?))
      """;

  private static final String COUNT_FILES =
      """
      INSERT INTO session_files (session_id, file_path, times_modified, mentioned_in_context,
        loc_added, loc_removed, first_modified_at, last_modified_at)
      SELECT a.session_id, a.file_path,
        count(*) FILTER (WHERE a.activity_type = 'file_modified'),
        count(*) FILTER (WHERE a.activity_type = 'file_mentioned'),
        coalesce(sum(a.lines_added) FILTER (WHERE a.activity_type <> 'file_mentioned'), 0),
        coalesce(sum(a.lines_removed) FILTER (WHERE a.activity_type <> 'file_mentioned'), 0),
        min(a.occurred_at) FILTER (WHERE a.activity_type = 'file_modified'),
        max(a.occurred_at) FILTER (WHERE a.activity_type = 'file_modified')
      FROM session_activities a
      WHERE a.session_id IN (SELECT id FROM sessions WHERE uuid = ANY (?))
        AND a.file_path IS NOT NULL
        AND a.activity_type IN ('file_modified', 'file_mentioned', 'code_measured')
      GROUP BY a.session_id, a.file_path
      """;

  private RecutSessions() {}

  static void write(Connection connection, BatchPlan plan) throws SQLException {
    if (plan.recut().isEmpty()) {
      return;
    }
    for (String move : List.of(MOVE_ACTIVITIES, MOVE_TASKS, MOVE_CONTEXT, MOVE_DECISIONS)) {
      try (PreparedStatement statement = connection.prepareStatement(move)) {
        Columns.bindUuids(statement, 1, plan.recutAndAlive());
        Columns.bindUuids(statement, 2, plan.recut());
        statement.executeUpdate();
      }
    }
    for (String rebuild : List.of(ADOPT_ACTIVITIES, CLEAR_FILES, COUNT_FILES)) {
      try (PreparedStatement statement = connection.prepareStatement(rebuild)) {
        Columns.bindUuids(statement, 1, plan.recutAndAlive());
        statement.executeUpdate();
      }
    }
  }
}
