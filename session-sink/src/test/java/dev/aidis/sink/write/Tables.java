package dev.aidis.sink.write;

import dev.aidis.sink.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What the tables hold, without the numbers that depend on the order of writing. */
public final class Tables {
  private static final String SESSIONS =
      """
      SELECT to_jsonb(s) - 'id' - 'project_id' || jsonb_build_object('project', p.name)
      FROM sessions s LEFT JOIN projects p ON p.id = s.project_id ORDER BY s.uuid
      """;

  private static final String ACTIVITIES =
      """
      SELECT to_jsonb(a) - 'id' - 'session_id' - 'task_id' - 'context_id' - 'decision_id'
        || jsonb_build_object('session', s.uuid, 'task', t.uuid, 'context', c.uuid, 'decision', d.uuid)
      FROM session_activities a
      LEFT JOIN sessions s ON s.id = a.session_id LEFT JOIN tasks t ON t.id = a.task_id
      LEFT JOIN context c ON c.id = a.context_id LEFT JOIN decisions d ON d.id = a.decision_id
      ORDER BY a.uuid
      """;

  private static final String FILES =
      """
      SELECT to_jsonb(f) - 'id' - 'session_id' || jsonb_build_object('session', s.uuid)
      FROM session_files f JOIN sessions s ON s.id = f.session_id ORDER BY s.uuid, f.file_path
      """;

  private static final String TASKS =
      """
      SELECT to_jsonb(t) - 'id' - 'session_id' - 'project_id' || jsonb_build_object('session', s.uuid)
      FROM tasks t LEFT JOIN sessions s ON s.id = t.session_id ORDER BY t.uuid
      """;

  private static final String CONTEXT =
      """
      SELECT to_jsonb(t) - 'id' - 'session_id' - 'project_id' || jsonb_build_object('session', s.uuid)
      FROM context t LEFT JOIN sessions s ON s.id = t.session_id ORDER BY t.uuid
      """;

  private static final String DECISIONS =
      """
      SELECT to_jsonb(t) - 'id' - 'session_id' - 'project_id' || jsonb_build_object('session', s.uuid)
      FROM decisions t LEFT JOIN sessions s ON s.id = t.session_id ORDER BY t.uuid
      """;

  private Tables() {}

  public static List<String> of(DataSource database) {
    return Stream.of(SESSIONS, ACTIVITIES, FILES, TASKS, CONTEXT, DECISIONS)
        .flatMap(table -> TestDatabase.rows(database, table).stream())
        .toList();
  }
}
