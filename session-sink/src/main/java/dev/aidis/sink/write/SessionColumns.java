package dev.aidis.sink.write;

import dev.aidis.domain.Indicators;
import dev.aidis.domain.Score;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.GoalVerdict.Answer;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session says of itself, as columns of one array each. */
final class SessionColumns {
  /** One parameter for each column. */
  static final String PARAMETERS =
      """
      ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      ?, ?, ?, ?, ?, ?, ?, ?, ?, ?""";

  /** In the order in which they are bound. */
  static final String NAMES =
      """
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
      amended, revision, created_at, updated_at""";

  private SessionColumns() {}

  /** Binds them to the first parameters; more columns may follow. */
  static Columns<Session> bind(PreparedStatement statement, Collection<Session> sessions)
      throws SQLException {
    return Columns.bind(statement, sessions)
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
