package dev.aidis.sink.write;

import dev.aidis.domain.Indicators;
import dev.aidis.domain.Score;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.GoalVerdict.Answer;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the last revision of each session of a batch over an older one. */
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
      FROM unnest(?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?, ?,
          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?,
          ?, ?, ?, ?,  ?, ?, ?, ?) WITH ORDINALITY AS u (
        uuid, owner, workspace, project,
        started_at, first_rank, first_activity, last_activity_at, last_rank, last_activity, ended_at,
        duration_minutes, active_minutes, paused_minutes, status,
        session_goals, tags, machines, clients, mcp_connection_id, ai_model, ai_provider, models,
        activities, tasks_created, tasks_completed, tasks_in_progress, tasks_todo,
        context_items_added, decisions_made, prompts, tool_uses,
        loc_added_by_ai, loc_removed_by_ai, loc_added_by_human, loc_removed_by_human,
        files_modified_count, file_modifications, file_mentions,
        input_tokens, output_tokens, cache_read_tokens, cache_creation_tokens, cost_micro_usd,
        goal_verdict, goal_verdict_explanation,
        productivity_score, score_version, score, indicators,
        amended, revision, created_at, updated_at, place)
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
        created_at = u.created_at, updated_at = u.updated_at
      FROM unnest(?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?, ?,
          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?,
          ?, ?, ?, ?,  ?, ?, ?, ?) AS u (
        uuid, owner, workspace, project,
        started_at, first_rank, first_activity, last_activity_at, last_rank, last_activity, ended_at,
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
      WHERE s.uuid = u.uuid AND s.revision < u.revision
      """;

  /** Beyond every revision: what is not known is not updated. */
  private static final long NEVER = Long.MAX_VALUE;

  private SessionRows() {}

  /**
   * In two statements, not as {@code INSERT … ON CONFLICT}, which would use up a session number for
   * every update. Sessions of one partition are never written at the same time, see {@link
   * PartitionLocks}.
   */
  static void write(Connection connection, BatchPlan plan) throws SQLException {
    Map<UUID, Long> known = revisions(connection, plan.sessions());
    write(
        connection,
        INSERT,
        plan.sessions().stream().filter(session -> !known.containsKey(session.id())).toList());
    write(
        connection,
        UPDATE,
        plan.sessions().stream()
            .filter(session -> known.getOrDefault(session.id(), NEVER) < session.revision())
            .toList());
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

  private static void write(Connection connection, String sql, List<Session> sessions)
      throws SQLException {
    if (sessions.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, sessions);
      statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Collection<Session> sessions)
      throws SQLException {
    Columns.bind(statement, sessions)
        .uuids(Session::id)
        .texts(session -> session.trackerKey().owner())
        .texts(session -> session.trackerKey().workspace())
        .texts(session -> valueOf(session.project()))
        .times(Session::startedAt)
        .counts(session -> session.first().rank())
        .uuids(session -> session.first().activityId())
        .times(Session::lastActivityAt)
        .counts(session -> session.last().rank())
        .uuids(session -> session.last().activityId())
        .times(Session::endedAt)
        .counts(session -> session.duration().toMinutes())
        .counts(session -> session.active().toMinutes())
        .counts(session -> session.paused().toMinutes())
        .texts(session -> session.status().wireName())
        .texts(session -> valueOf(session.goal()))
        .textLists(Session::tags)
        .textLists(Session::machines)
        .textLists(Session::clients)
        .texts(session -> valueOf(session.clientSession()))
        .texts(session -> modelOf(session).map(ModelUse::model).orElse(null))
        .texts(session -> modelOf(session).map(ModelUse::provider).orElse(null))
        .texts(session -> Json.of(session.models()))
        .counts(session -> session.counters().activities())
        .counts(session -> session.counters().tasksCreated())
        .counts(session -> session.counters().tasksCompleted())
        .counts(session -> session.counters().tasksInProgress())
        .counts(session -> session.counters().tasksTodo())
        .counts(session -> session.counters().contextItemsAdded())
        .counts(session -> session.counters().decisionsMade())
        .counts(session -> session.counters().prompts())
        .counts(session -> session.counters().toolUses())
        .counts(session -> session.counters().linesAddedByAi())
        .counts(session -> session.counters().linesRemovedByAi())
        .counts(session -> session.counters().linesAddedByHuman())
        .counts(session -> session.counters().linesRemovedByHuman())
        .counts(session -> session.counters().filesModified())
        .counts(session -> session.counters().fileModifications())
        .counts(session -> session.counters().fileMentions())
        .counts(session -> session.counters().usage().inputTokens())
        .counts(session -> session.counters().usage().outputTokens())
        .counts(session -> session.counters().usage().cacheReadTokens())
        .counts(session -> session.counters().usage().cacheCreationTokens())
        .counts(session -> session.counters().usage().costMicroUsd())
        .texts(
            session ->
                verdictOf(session).map(GoalVerdict::answer).map(Answer::wireName).orElse(null))
        .texts(session -> verdictOf(session).map(GoalVerdict::explanation).orElse(null))
        .decimals(session -> Score.of(session).total())
        .counts(session -> Score.VERSION)
        .texts(session -> Json.of(Score.of(session)))
        .texts(session -> Json.of(Indicators.of(session)))
        .flags(Session::amended)
        .counts(Session::revision)
        .times(Session::createdAt)
        .times(Session::touchedAt);
  }

  private static Optional<GoalVerdict> verdictOf(Session session) {
    return Optional.ofNullable(session.goalVerdict());
  }

  private static @Nullable String valueOf(@Nullable Latest latest) {
    return latest == null ? null : latest.value();
  }

  /** The model used last. */
  private static Optional<ModelUse> modelOf(Session session) {
    return session.models().stream().max(Comparator.comparing(ModelUse::lastAt));
  }
}
