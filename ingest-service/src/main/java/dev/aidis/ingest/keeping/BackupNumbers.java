package dev.aidis.ingest.keeping;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Writes what only Postgres knows: the projects, and the numbers of everything that has one. */
final class BackupNumbers {
  private static final String PROJECTS =
      """
      SELECT id, uuid, name, is_default, created_at, updated_at FROM projects ORDER BY id
      """;

  private static final String LAST =
      """
      SELECT t.kind, pg_sequence_last_value(pg_get_serial_sequence(t.kind, 'id')::regclass) AS last
      FROM (VALUES ('projects'), ('sessions'), ('tasks'), ('context'), ('decisions')) AS t (kind)
      """;

  private static final String SESSIONS =
      """
      SELECT 'sessions' AS kind, uuid, id AS number FROM sessions ORDER BY id
      """;

  private static final String ABSORBED =
      """
      SELECT 'absorbed' AS kind, uuid, number FROM absorbed_sessions ORDER BY number, uuid
      """;

  private static final String TASKS =
      """
      SELECT 'tasks' AS kind, uuid, id AS number FROM tasks ORDER BY id
      """;

  private static final String CONTEXT =
      """
      SELECT 'context' AS kind, uuid, id AS number FROM context ORDER BY id
      """;

  private static final String DECISIONS =
      """
      SELECT 'decisions' AS kind, uuid, id AS number FROM decisions ORDER BY id
      """;

  private static final Map<String, List<String>> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put("projects", List.of(PROJECTS));
    QUERIES.put("last_numbers", List.of(LAST));
    QUERIES.put("numbers", List.of(SESSIONS, ABSORBED, TASKS, CONTEXT, DECISIONS));
  }

  private final DataSource database;

  BackupNumbers(DataSource database) {
    this.database = database;
  }

  /** All as of one moment. */
  void write(JsonLines lines) throws SQLException {
    Snapshot.of(database, connection -> write(connection, lines));
  }

  private static void write(Connection connection, JsonLines lines) throws SQLException {
    for (Map.Entry<String, List<String>> kind : QUERIES.entrySet()) {
      for (String query : kind.getValue()) {
        Rows.write(connection, query, List.of(), kind.getKey(), lines);
      }
    }
  }
}
