package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What a session's row holds of its activities and files: the notes, the paths. */
final class SessionTexts {
  /** An expression: the paths of the files modified in session {@code s}. */
  static final String FILES =
      """
      (SELECT coalesce(array_agg(f.file_path ORDER BY f.file_path COLLATE "C"), '{}')
        FROM session_files f
        WHERE f.session_id = s.id AND f.times_modified > 0)""";

  private static final String WRITE_NOTES =
      "UPDATE sessions s SET session_notes = " + notes("s") + " WHERE s.uuid = ANY (?)";

  private static final String WRITE_FILES =
      "UPDATE sessions s SET files_modified = " + FILES + " WHERE s.uuid = ANY (?)";

  private SessionTexts() {}

  /**
   * An expression: the notes of session {@code s}.
   *
   * @param range what has the session's {@code started_at} and {@code last_activity_at}, by which
   *     the months to look into are found
   */
  static String notes(String range) {
    return """
      (SELECT string_agg(a.body, E'\\n' ORDER BY a.occurred_at, a.tie_rank, a.uuid)
        FROM session_activities a
        WHERE a.session_id = s.id AND a.occurred_at BETWEEN %1$s.started_at AND %1$s.last_activity_at
          AND a.activity_type IN ('note_added', 'session_ended') AND a.body IS NOT NULL)"""
        .formatted(range);
  }

  /**
   * Writes them where the sessions' own update has not.
   *
   * @param written sessions whose texts are as the fresh activities made them
   * @param recut sessions whose activities are others now
   */
  static void write(
      Connection connection, ActivityRows.Fresh fresh, Set<UUID> written, Set<UUID> recut)
      throws SQLException {
    write(connection, WRITE_NOTES, missing(fresh.withNewNotes(), written, recut));
    write(connection, WRITE_FILES, missing(fresh.withNewFiles(), written, recut));
  }

  private static Set<UUID> missing(Set<UUID> changed, Set<UUID> written, Set<UUID> recut) {
    Set<UUID> missing = new HashSet<>(changed);
    missing.removeAll(written);
    missing.addAll(recut);
    return missing;
  }

  private static void write(Connection connection, String sql, Set<UUID> sessions)
      throws SQLException {
    if (sessions.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.bindUuids(statement, 1, sessions);
      statement.executeUpdate();
    }
  }
}
