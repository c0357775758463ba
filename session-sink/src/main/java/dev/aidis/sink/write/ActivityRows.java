package dev.aidis.sink.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes each activity once, and advances the files of its session by those that were not there
 * yet.
 */
final class ActivityRows {
  private static final String INSERT =
      """
      WITH fresh AS (
        INSERT INTO session_activities (
          uuid, session_id, activity_type, activity_description, task_id, context_id, decision_id,
          file_path, ai_interaction, occurred_at, received_at, claimed_at, tie_rank,
          owner, workspace, machine, client, client_session, project, repo, branch, head,
          ai_model, ai_provider, lines_added, lines_removed, title, body, task_status, tags, attributes)
        SELECT
          u.uuid, u.session, u.type, u.description, u.task, u.context, u.decision,
          u.file_path, u.ai, u.occurred_at, u.received_at,
          u.claimed_at, u.tie_rank,
          u.owner, u.workspace, u.machine, u.client, u.client_session, u.project, u.repo, u.branch, u.head,
          u.ai_model, u.ai_provider, u.lines_added, u.lines_removed, u.title, u.body, u.task_status,
          u.tags::text[], u.attributes::jsonb
        FROM unnest(?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?, ?, ?, ?, ?, ?, ?) AS u (
          uuid, session, type, description, task, context, decision,
          file_path, ai, occurred_at, received_at, claimed_at, tie_rank,
          owner, workspace, machine, client, client_session, project, repo, branch, head,
          ai_model, ai_provider, lines_added, lines_removed, title, body, task_status, tags, attributes)
        ON CONFLICT (uuid, occurred_at) DO NOTHING
        RETURNING session_id, activity_type, file_path, lines_added, lines_removed, occurred_at, body
      ),
      per_file AS (
        SELECT session_id, file_path,
          count(*) FILTER (WHERE activity_type = 'file_modified') AS times_modified,
          count(*) FILTER (WHERE activity_type = 'file_mentioned') AS mentioned,
          coalesce(sum(lines_added) FILTER (WHERE activity_type <> 'file_mentioned'), 0) AS added,
          coalesce(sum(lines_removed) FILTER (WHERE activity_type <> 'file_mentioned'), 0) AS removed,
          min(occurred_at) FILTER (WHERE activity_type = 'file_modified') AS first_at,
          max(occurred_at) FILTER (WHERE activity_type = 'file_modified') AS last_at
        FROM fresh
        WHERE session_id IS NOT NULL AND file_path IS NOT NULL
          AND activity_type IN ('file_modified', 'file_mentioned', 'code_measured')
        GROUP BY session_id, file_path
      ),
      files AS (
        INSERT INTO session_files AS f (session_id, file_path, times_modified, mentioned_in_context,
          loc_added, loc_removed, first_modified_at, last_modified_at)
        SELECT session_id, file_path, times_modified, mentioned, added, removed, first_at, last_at
        FROM per_file
        ON CONFLICT (session_id, file_path) DO UPDATE SET
          times_modified = f.times_modified + excluded.times_modified,
          mentioned_in_context = f.mentioned_in_context + excluded.mentioned_in_context,
          loc_added = f.loc_added + excluded.loc_added,
          loc_removed = f.loc_removed + excluded.loc_removed,
          first_modified_at = least(f.first_modified_at, excluded.first_modified_at),
          last_modified_at = greatest(f.last_modified_at, excluded.last_modified_at)
        RETURNING session_id, file_path, times_modified
      )
      SELECT
        (SELECT array_agg(DISTINCT session_id) FROM files JOIN per_file USING (session_id, file_path, times_modified)
          WHERE times_modified > 0) AS with_new_files,
        (SELECT array_agg(DISTINCT session_id) FROM fresh
          WHERE session_id IS NOT NULL AND body IS NOT NULL
            AND activity_type IN ('note_added', 'session_ended')) AS with_new_notes
      """;

  private ActivityRows() {}

  /**
   * What the newly written activities ask for.
   *
   * @param withNewFiles numbers of sessions in which a file was modified for the first time
   * @param withNewNotes numbers of sessions that got a note
   */
  record Fresh(Set<Long> withNewFiles, Set<Long> withNewNotes) {
    static final Fresh NOTHING = new Fresh(Set.of(), Set.of());
  }

  static Fresh write(Connection connection, BatchPlan plan) throws SQLException {
    List<PlacedActivity> activities = plan.activities();
    if (activities.isEmpty()) {
      return Fresh.NOTHING;
    }
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      bind(statement, activities, Numbers.of(connection, plan));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Fresh(
            numbers(row.getArray("with_new_files")), numbers(row.getArray("with_new_notes")));
      }
    }
  }

  private static void bind(
      PreparedStatement statement, List<PlacedActivity> activities, Numbers numbers)
      throws SQLException {
    Columns.bind(statement, activities)
        .uuids(placed -> placed.activity().id())
        .numbers(placed -> numbers.sessions().get(placed.sessionId()))
        .texts(placed -> placed.activity().type())
        .texts(placed -> placed.activity().description())
        .numbers(placed -> numbers.tasks().get(ToldTask.idOf(placed.activity())))
        .numbers(placed -> numbers.context().get(ToldItem.contextIdOf(placed.activity())))
        .numbers(placed -> numbers.decisions().get(ToldItem.decisionIdOf(placed.activity())))
        .texts(placed -> placed.activity().filePath())
        .flags(placed -> placed.activity().aiInvolved())
        .times(placed -> placed.activity().occurredAt())
        .times(placed -> placed.activity().receivedAt())
        .times(placed -> placed.activity().claimedAt())
        .counts(placed -> placed.activity().position().rank())
        .texts(placed -> placed.activity().owner())
        .texts(placed -> placed.activity().workspace())
        .texts(placed -> placed.activity().machine())
        .texts(placed -> placed.activity().client())
        .texts(placed -> placed.activity().clientSession())
        .texts(placed -> placed.activity().project())
        .texts(placed -> placed.activity().repo())
        .texts(placed -> placed.activity().branch())
        .texts(placed -> placed.activity().head())
        .texts(placed -> placed.activity().aiModel())
        .texts(placed -> placed.activity().aiProvider())
        .numbers(placed -> placed.activity().linesAdded())
        .numbers(placed -> placed.activity().linesRemoved())
        .texts(placed -> placed.activity().title())
        .texts(placed -> placed.activity().body())
        .texts(placed -> placed.activity().taskStatus())
        .textLists(placed -> placed.activity().tags())
        .texts(placed -> Json.of(placed.activity().attributes()));
  }

  private static Set<Long> numbers(@Nullable Array array) throws SQLException {
    return array == null ? Set.of() : new HashSet<>(Arrays.asList((Long[]) array.getArray()));
  }
}
