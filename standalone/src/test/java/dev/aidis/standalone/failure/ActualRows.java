package dev.aidis.standalone.failure;

import java.util.List;

/** What is compared of the database. */
final class ActualRows {
  /** The oracle's counts that sessions have columns for, in the order of {@link #SESSIONS}. */
  static final List<String> COUNTED =
      List.of(
          "activities",
          "task_created",
          "completed",
          "in_progress",
          "todo",
          "context_added",
          "decision_made",
          "prompt_submitted",
          "tool_used",
          "added_ai",
          "removed_ai",
          "added_human",
          "removed_human",
          "files",
          "file_modified",
          "file_mentioned",
          "input_tokens",
          "output_tokens",
          "cache_read_tokens",
          "cache_creation_tokens",
          "cost_micro_usd");

  static final String SESSIONS =
      """
      SELECT s.uuid, s.owner, s.workspace,
        (extract(epoch FROM s.started_at) * 1000)::bigint,
        (extract(epoch FROM s.last_activity_at) * 1000)::bigint,
        (extract(epoch FROM s.ended_at) * 1000)::bigint,
        s.status, s.duration_minutes, s.active_minutes, s.paused_minutes, s.session_goals, p.name,
        array_to_string(s.tags, ','), array_to_string(s.machines, ','),
        (SELECT coalesce(string_agg((m ->> 'model') || '=' || (m ->> 'activities'), ',' ORDER BY m ->> 'model'), '')
          FROM jsonb_array_elements(s.models) AS m),
        s.activities, s.tasks_created, s.tasks_completed, s.tasks_in_progress, s.tasks_todo,
        s.context_items_added, s.decisions_made, s.prompts, s.tool_uses,
        s.loc_added_by_ai, s.loc_removed_by_ai, s.loc_added_by_human, s.loc_removed_by_human,
        s.files_modified_count, s.file_modifications, s.file_mentions,
        s.input_tokens, s.output_tokens, s.cache_read_tokens, s.cache_creation_tokens, s.cost_micro_usd,
        s.goal_verdict || ': ' || coalesce(s.goal_verdict_explanation, 'null'),
        array_to_string(s.files_modified, ',')
      FROM sessions s LEFT JOIN projects p ON p.id = s.project_id
      """;

  static final String ACTIVITIES =
      """
      SELECT a.uuid, s.uuid FROM session_activities a LEFT JOIN sessions s ON s.id = a.session_id
      """;

  static final String FILES =
      """
      SELECT s.uuid, f.file_path, f.times_modified, f.mentioned_in_context, f.loc_added, f.loc_removed,
        (extract(epoch FROM f.first_modified_at) * 1000)::bigint,
        (extract(epoch FROM f.last_modified_at) * 1000)::bigint
      FROM session_files f JOIN sessions s ON s.id = f.session_id
      """;

  private ActualRows() {}
}
