package dev.aidis.sink.write;

import dev.aidis.schemas.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Writes the last revision of each session of a batch over an older one.
 *
 * <p>In two statements, not as {@code INSERT … ON CONFLICT}, which would use up a session number
 * for every update; and the update after the activities, so that it writes what those change of the
 * row too, which would otherwise be written twice. Sessions of one partition are never written at
 * the same time, see {@link PartitionLocks}.
 */
final class SessionRows {
  private static final String KNOWN =
      """
      SELECT uuid, revision FROM sessions WHERE uuid = ANY (?)
      """;

  /** New sessions are numbered in the order of their starts. */
  private static final String INSERT =
      """
      INSERT INTO sessions (
        uuid, owner, workspace, project_id, started_at, first_position, last_activity_at, last_position, ended_at,
        duration_minutes, active_minutes, paused_minutes, status,
        session_goals, tags, machines, clients, mcp_connection_id, ai_model, ai_provider, models,
        activities, tasks_created, tasks_completed, tasks_in_progress, tasks_todo,
        context_items_added, decisions_made, prompts, tool_uses,
        loc_added_by_ai, loc_removed_by_ai, loc_added_by_human, loc_removed_by_human,
        files_modified_count, file_modifications, file_mentions,
        input_tokens, output_tokens, cache_read_tokens, cache_creation_tokens, cost_micro_usd,
        goal_verdict, goal_verdict_explanation,
        productivity_score, score_version, score, indicators,
        amended, revision, created_at, updated_at)
      SELECT
        u.uuid, u.owner, u.workspace, p.id,
        u.started_at,
        ROW (u.started_at, u.first_rank::smallint, u.first_activity)::activity_position,
        u.last_activity_at,
        ROW (u.last_activity_at, u.last_rank::smallint, u.last_activity)::activity_position,
        u.ended_at,
        u.duration_minutes, u.active_minutes, u.paused_minutes, u.status,
        u.session_goals, u.tags::text[], u.machines::text[], u.clients::text[],
        u.mcp_connection_id, u.ai_model, u.ai_provider, u.models::jsonb,
        u.activities, u.tasks_created, u.tasks_completed, u.tasks_in_progress, u.tasks_todo,
        u.context_items_added, u.decisions_made, u.prompts, u.tool_uses,
        u.loc_added_by_ai, u.loc_removed_by_ai, u.loc_added_by_human, u.loc_removed_by_human,
        u.files_modified_count, u.file_modifications, u.file_mentions,
        u.input_tokens, u.output_tokens, u.cache_read_tokens, u.cache_creation_tokens, u.cost_micro_usd,
        u.goal_verdict, u.goal_verdict_explanation,
        u.productivity_score, u.score_version, u.score::jsonb, u.indicators::jsonb,
        u.amended, u.revision, u.created_at, u.updated_at
      FROM unnest(
      """
          + SessionColumns.PARAMETERS
          + ") WITH ORDINALITY AS u ("
          + SessionColumns.NAMES
          + ", place)"
          + """

      LEFT JOIN projects p ON p.name = u.project
      ORDER BY u.place
      """;

  private static final String UPDATE =
      """
      UPDATE sessions s SET
        project_id = (SELECT p.id FROM projects p WHERE p.name = u.project),
        started_at = u.started_at,
        first_position = ROW (u.started_at, u.first_rank::smallint, u.first_activity)::activity_position,
        last_activity_at = u.last_activity_at,
        last_position = ROW (u.last_activity_at, u.last_rank::smallint, u.last_activity)::activity_position,
        ended_at = u.ended_at, duration_minutes = u.duration_minutes,
        active_minutes = u.active_minutes, paused_minutes = u.paused_minutes, status = u.status,
        session_goals = u.session_goals, tags = u.tags::text[], machines = u.machines::text[],
        clients = u.clients::text[], mcp_connection_id = u.mcp_connection_id,
        ai_model = u.ai_model, ai_provider = u.ai_provider, models = u.models::jsonb,
        activities = u.activities, tasks_created = u.tasks_created, tasks_completed = u.tasks_completed,
        tasks_in_progress = u.tasks_in_progress, tasks_todo = u.tasks_todo,
        context_items_added = u.context_items_added, decisions_made = u.decisions_made,
        prompts = u.prompts, tool_uses = u.tool_uses,
        loc_added_by_ai = u.loc_added_by_ai, loc_removed_by_ai = u.loc_removed_by_ai,
        loc_added_by_human = u.loc_added_by_human, loc_removed_by_human = u.loc_removed_by_human,
        files_modified_count = u.files_modified_count, file_modifications = u.file_modifications,
        file_mentions = u.file_mentions,
        input_tokens = u.input_tokens, output_tokens = u.output_tokens,
        cache_read_tokens = u.cache_read_tokens, cache_creation_tokens = u.cache_creation_tokens,
        cost_micro_usd = u.cost_micro_usd, goal_verdict = u.goal_verdict,
        goal_verdict_explanation = u.goal_verdict_explanation, productivity_score = u.productivity_score,
        score_version = u.score_version, score = u.score::jsonb, indicators = u.indicators::jsonb,
        amended = u.amended, revision = u.revision,
        created_at = u.created_at, updated_at = u.updated_at,
        files_modified = CASE WHEN u.new_files THEN\s"""
          + SessionTexts.FILES
          + """
       ELSE s.files_modified END,
        session_notes = CASE WHEN u.new_notes THEN\s"""
          + SessionTexts.notes("u")
          + """
       ELSE s.session_notes END
      FROM unnest(
      """
          + SessionColumns.PARAMETERS
          + ", ?, ?) AS u ("
          + SessionColumns.NAMES
          + ", new_files, new_notes)"
          + """

      WHERE s.uuid = u.uuid AND s.revision < u.revision
      RETURNING s.uuid
      """;

  private final Connection connection;
  private final List<Session> sessions;
  private final Map<UUID, Long> revisions;

  /** Looks up which of the sessions are there. */
  SessionRows(Connection connection, BatchPlan plan) throws SQLException {
    this.connection = connection;
    this.sessions = plan.sessions();
    this.revisions = revisions(connection, sessions);
  }

  private static Map<UUID, Long> revisions(Connection connection, List<Session> sessions)
      throws SQLException {
    Map<UUID, Long> revisions = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      Columns.bindUuids(statement, 1, sessions.stream().map(Session::id).toList());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          revisions.put(rows.getObject("uuid", UUID.class), rows.getLong("revision"));
        }
      }
    }
    return revisions;
  }

  /** Writes those that were not there: what belongs to them needs their numbers. */
  void insertNew() throws SQLException {
    List<Session> fresh =
        sessions.stream().filter(session -> !revisions.containsKey(session.id())).toList();
    if (fresh.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      SessionColumns.bind(statement, fresh);
      statement.executeUpdate();
    }
  }

  /**
   * Writes those that were there, with the texts that the activities changed.
   *
   * @return the sessions whose texts are written now
   */
  Set<UUID> update(ActivityRows.Fresh activities) throws SQLException {
    List<Session> older = sessions.stream().filter(this::isOlderThere).toList();
    if (older.isEmpty()) {
      return Set.of();
    }
    Set<UUID> updated = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      SessionColumns.bind(statement, older)
          .flags(session -> activities.withNewFiles().contains(session.id()))
          .flags(session -> activities.withNewNotes().contains(session.id()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          updated.add(rows.getObject("uuid", UUID.class));
        }
      }
    }
    return updated;
  }

  private boolean isOlderThere(Session session) {
    Long there = revisions.get(session.id());
    return there != null && there < session.revision();
  }
}
