package dev.aidis.standalone;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of all tables, to be compared. */
final class TablesDump {
  /** Every column but those that a rebuild cannot know of rows that were gone. */
  private static final Map<String, String> WITH_NUMBERS =
      Map.of(
          "projects", "SELECT (to_jsonb(t) - 'updated_at')::text FROM projects t ORDER BY 1",
          "sessions",
              "SELECT (to_jsonb(t) - '{revision,amended}'::text[])::text FROM sessions t ORDER BY uuid",
          "tasks", "SELECT to_jsonb(t)::text FROM tasks t ORDER BY uuid",
          "context", "SELECT to_jsonb(t)::text FROM context t ORDER BY uuid",
          "decisions", "SELECT to_jsonb(t)::text FROM decisions t ORDER BY uuid",
          "session_activities",
              "SELECT (to_jsonb(t) - 'id')::text FROM session_activities t ORDER BY uuid",
          "session_files",
              "SELECT (to_jsonb(t) - 'id')::text FROM session_files t ORDER BY session_id, file_path");

  /** The same with ids that last in the place of numbers. */
  private static final Map<String, String> WITHOUT_NUMBERS =
      Map.of(
          "projects", "SELECT name, created_at FROM projects ORDER BY 1",
          "sessions",
              """
              SELECT p.name, to_jsonb(t) - '{id,project_id,revision,amended}'::text[]
              FROM sessions t LEFT JOIN projects p ON p.id = t.project_id ORDER BY t.uuid
              """,
          "tasks",
              """
              SELECT p.name, s.uuid, to_jsonb(t) - '{id,project_id,session_id}'::text[]
              FROM tasks t LEFT JOIN projects p ON p.id = t.project_id LEFT JOIN sessions s ON s.id = t.session_id
              ORDER BY t.uuid
              """,
          "context",
              """
              SELECT p.name, s.uuid, to_jsonb(t) - '{id,project_id,session_id}'::text[]
              FROM context t LEFT JOIN projects p ON p.id = t.project_id LEFT JOIN sessions s ON s.id = t.session_id
              ORDER BY t.uuid
              """,
          "decisions",
              """
              SELECT p.name, s.uuid, to_jsonb(t) - '{id,project_id,session_id}'::text[]
              FROM decisions t LEFT JOIN projects p ON p.id = t.project_id LEFT JOIN sessions s ON s.id = t.session_id
              ORDER BY t.uuid
              """,
          "session_activities",
              """
              SELECT s.uuid, k.uuid, c.uuid, d.uuid,
                to_jsonb(t) - '{id,session_id,task_id,context_id,decision_id}'::text[]
              FROM session_activities t LEFT JOIN sessions s ON s.id = t.session_id
              LEFT JOIN tasks k ON k.id = t.task_id LEFT JOIN context c ON c.id = t.context_id
              LEFT JOIN decisions d ON d.id = t.decision_id
              ORDER BY t.uuid
              """,
          "session_files",
              """
              SELECT s.uuid, to_jsonb(t) - '{id,session_id}'::text[]
              FROM session_files t JOIN sessions s ON s.id = t.session_id ORDER BY s.uuid, t.file_path
              """);

  /** Everything, as nothing may change in a database that is right. */
  private static final Map<String, String> WHOLE =
      Map.of(
          "projects", "SELECT to_jsonb(t)::text FROM projects t ORDER BY 1",
          "sessions", "SELECT to_jsonb(t)::text FROM sessions t ORDER BY uuid",
          "absorbed_sessions", "SELECT to_jsonb(t)::text FROM absorbed_sessions t ORDER BY uuid",
          "session_activities", "SELECT to_jsonb(t)::text FROM session_activities t ORDER BY uuid",
          "session_files", "SELECT to_jsonb(t)::text FROM session_files t ORDER BY id");

  private TablesDump() {}

  static Map<String, List<String>> withNumbers(TrackerClient client) throws SQLException {
    return dump(client, WITH_NUMBERS);
  }

  static Map<String, List<String>> withoutNumbers(TrackerClient client) throws SQLException {
    return dump(client, WITHOUT_NUMBERS);
  }

  static Map<String, List<String>> whole(TrackerClient client) throws SQLException {
    return dump(client, WHOLE);
  }

  private static Map<String, List<String>> dump(TrackerClient client, Map<String, String> queries)
      throws SQLException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Map.Entry<String, String> table : queries.entrySet()) {
      rows.put(table.getKey(), client.rows(table.getValue()));
    }
    return rows;
  }
}
