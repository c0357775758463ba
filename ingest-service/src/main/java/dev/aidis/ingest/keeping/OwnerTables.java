package dev.aidis.ingest.keeping;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What the sink made of an owner's activities, table by table, all as of one moment. */
final class OwnerTables {
  private static final String SESSIONS =
      """
      SELECT s.id AS number, s.uuid, s.owner, s.workspace, p.name AS project,
        s.started_at, s.ended_at, s.last_activity_at,
        s.duration_minutes, s.active_minutes, s.paused_minutes, s.status,
        s.session_goals, s.session_notes, s.tags, s.machines, s.clients, s.mcp_connection_id,
        s.ai_model, s.ai_provider, s.models, s.activities,
        s.tasks_created, s.tasks_completed, s.tasks_in_progress, s.tasks_todo,
        s.context_items_added, s.decisions_made, s.prompts, s.tool_uses,
        s.loc_added_by_ai, s.loc_removed_by_ai, s.loc_added_by_human, s.loc_removed_by_human,
        s.loc_added, s.loc_removed, s.net_loc,
        s.files_modified_count, s.file_modifications, s.file_mentions,
        s.input_tokens, s.output_tokens, s.cache_read_tokens, s.cache_creation_tokens,
        s.cost_micro_usd, s.goal_verdict, s.goal_verdict_explanation,
        s.productivity_score, s.score_version, s.score, s.indicators,
        s.amended, s.created_at, s.updated_at
      FROM sessions s
      LEFT JOIN projects p ON p.id = s.project_id
      WHERE s.owner = ?
      ORDER BY s.started_at, s.uuid
      """;

  private static final String FILES =
      """
      SELECT s.uuid AS session, s.id AS session_number, f.file_path, f.times_modified,
        f.mentioned_in_context, f.loc_added, f.loc_removed, f.first_modified_at, f.last_modified_at
      FROM session_files f
      JOIN sessions s ON s.id = f.session_id
      WHERE s.owner = ?
      ORDER BY s.started_at, s.uuid, f.file_path
      """;

  private static final String TASKS =
      """
      SELECT t.id AS number, t.uuid, t.owner, t.workspace, p.name AS project, s.uuid AS session,
        t.machine, t.title, t.description, t.status, t.tags, t.created_at, t.updated_at,
        t.completed_at
      FROM tasks t
      LEFT JOIN projects p ON p.id = t.project_id
      LEFT JOIN sessions s ON s.id = t.session_id
      WHERE t.owner = ?
      ORDER BY t.created_at, t.uuid
      """;

  private static final String CONTEXT =
      """
      SELECT c.id AS number, c.uuid, c.owner, c.workspace, p.name AS project, s.uuid AS session,
        c.machine, c.title, c.content, c.tags, c.attributes, c.created_at, c.updated_at
      FROM context c
      LEFT JOIN projects p ON p.id = c.project_id
      LEFT JOIN sessions s ON s.id = c.session_id
      WHERE c.owner = ?
      ORDER BY c.created_at, c.uuid
      """;

  private static final String DECISIONS =
      """
      SELECT d.id AS number, d.uuid, d.owner, d.workspace, p.name AS project, s.uuid AS session,
        d.machine, d.title, d.rationale, d.tags, d.attributes, d.created_at, d.updated_at
      FROM decisions d
      LEFT JOIN projects p ON p.id = d.project_id
      LEFT JOIN sessions s ON s.id = d.session_id
      WHERE d.owner = ?
      ORDER BY d.created_at, d.uuid
      """;

  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put("sessions", SESSIONS);
    QUERIES.put("session_files", FILES);
    QUERIES.put("tasks", TASKS);
    QUERIES.put("context", CONTEXT);
    QUERIES.put("decisions", DECISIONS);
  }

  private final DataSource database;

  OwnerTables(DataSource database) {
    this.database = database;
  }

  /** Takes the columns of each table. */
  @FunctionalInterface
  interface Header {
    void begin(Map<String, List<String>> columns);
  }

  /** Writes first the header, then the rows of all tables. */
  void write(String owner, JsonLines lines, Header header) throws SQLException {
    Snapshot.of(database, connection -> write(connection, owner, lines, header));
  }

  private static void write(Connection connection, String owner, JsonLines lines, Header header)
      throws SQLException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (Map.Entry<String, String> query : QUERIES.entrySet()) {
      columns.put(query.getKey(), Rows.columns(connection, query.getValue()));
    }
    header.begin(columns);
    for (Map.Entry<String, String> query : QUERIES.entrySet()) {
      Rows.write(connection, query.getValue(), List.of(owner), query.getKey(), lines);
    }
  }
}
