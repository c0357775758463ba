package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Rebuilds what a session's row holds of its activities and files: the notes, the paths. */
final class SessionTexts {
  private static final String COLLECT_NOTES =
      """
      UPDATE sessions s SET session_notes = (
        SELECT string_agg(a.body, E'\\n' ORDER BY a.occurred_at, a.tie_rank, a.uuid)
        FROM session_activities a
        WHERE a.session_id = s.id AND a.occurred_at BETWEEN s.started_at AND s.last_activity_at
          AND a.activity_type IN ('note_added', 'session_ended') AND a.body IS NOT NULL)
      WHERE s.id = ANY (?) OR s.uuid = ANY (?)
      """;

  private static final String COLLECT_FILES =
      """
      UPDATE sessions s SET files_modified = (
        SELECT coalesce(array_agg(f.file_path ORDER BY f.file_path COLLATE "C"), '{}')
        FROM session_files f
        WHERE f.session_id = s.id AND f.times_modified > 0)
      WHERE s.id = ANY (?) OR s.uuid = ANY (?)
      """;

  private SessionTexts() {}

  static void write(Connection connection, ActivityRows.Fresh fresh, Set<UUID> recut)
      throws SQLException {
    collect(connection, COLLECT_NOTES, fresh.withNewNotes(), recut);
    collect(connection, COLLECT_FILES, fresh.withNewFiles(), recut);
  }

  private static void collect(Connection connection, String sql, Set<Long> numbers, Set<UUID> recut)
      throws SQLException {
    if (numbers.isEmpty() && recut.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("int8", numbers.toArray()));
      Columns.bindUuids(statement, 2, recut);
      statement.executeUpdate();
    }
  }
}
