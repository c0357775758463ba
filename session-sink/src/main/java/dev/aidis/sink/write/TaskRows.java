package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Latest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes tasks: each attribute as told by the latest activity of the task's owner, whatever order
 * they arrive in.
 */
final class TaskRows {
  private static final String MERGE =
      """
      MERGE INTO tasks t
      USING (
        SELECT u.uuid, s.id AS session_id, p.id AS project_id, u.owner, u.workspace, u.machine,
          u.tags::text[] AS tags, u.created_at AS created_at,
          u.updated_at AS updated_at, u.status, u.title, u.description,
          CASE WHEN u.told
            THEN ROW (u.created_at, u.created_rank::smallint, u.created_activity)::activity_position
            END AS created_position,
          CASE WHEN u.status IS NOT NULL
            THEN ROW (u.status_at, u.status_rank::smallint, u.status_activity)::activity_position
            END AS status_position,
          CASE WHEN u.title IS NOT NULL
            THEN ROW (u.title_at, u.title_rank::smallint, u.title_activity)::activity_position
            END AS title_position,
          CASE WHEN u.description IS NOT NULL
            THEN ROW (u.description_at, u.description_rank::smallint, u.description_activity)::activity_position
            END AS description_position
        FROM unnest(?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?, ?) AS u (
          uuid, session, project, owner, workspace, machine, tags,
          told, created_at, created_rank, created_activity, updated_at,
          status, status_at, status_rank, status_activity,
          title, title_at, title_rank, title_activity,
          description, description_at, description_rank, description_activity)
        LEFT JOIN sessions s ON s.uuid = u.session
        LEFT JOIN projects p ON p.name = u.project
      ) u ON t.uuid = u.uuid
      WHEN MATCHED AND t.owner = u.owner THEN UPDATE SET
        (session_id, project_id, workspace, machine, tags, created_at, created_position) = (
          SELECT session_id, project_id, workspace, machine, tags, created_at, created_position
          FROM (VALUES
            (1, t.session_id, t.project_id, t.workspace, t.machine, t.tags, t.created_at, t.created_position),
            (2, u.session_id, u.project_id, u.workspace, u.machine, u.tags, u.created_at, u.created_position)
          ) AS first (place, session_id, project_id, workspace, machine, tags, created_at, created_position)
          ORDER BY first.created_position NULLS LAST, first.created_at, first.place LIMIT 1),
        updated_at = greatest(t.updated_at, u.updated_at),
        (status, completed_at, status_position) = (
          SELECT coalesce(last.status, 'todo'), CASE WHEN last.status = 'completed' THEN (last.position).occurred_at END, last.position
          FROM (VALUES (u.status, u.status_position), (t.status, t.status_position)) AS last (status, position)
          ORDER BY last.position DESC NULLS LAST LIMIT 1),
        (title, title_position) = (
          SELECT last.* FROM (VALUES (u.title, u.title_position), (t.title, t.title_position)) AS last (title, position)
          ORDER BY last.position DESC NULLS LAST LIMIT 1),
        (description, description_position) = (
          SELECT last.* FROM (VALUES (u.description, u.description_position),
            (t.description, t.description_position)) AS last (description, position)
          ORDER BY last.position DESC NULLS LAST LIMIT 1)
      WHEN NOT MATCHED THEN INSERT (
        uuid, session_id, project_id, owner, workspace, machine, tags, created_at, updated_at,
        status, completed_at, title, description,
        created_position, status_position, title_position, description_position)
      VALUES (
        u.uuid, u.session_id, u.project_id, u.owner, u.workspace, u.machine, u.tags, u.created_at, u.updated_at,
        coalesce(u.status, 'todo'), CASE WHEN u.status = 'completed' THEN (u.status_position).occurred_at END,
        u.title, u.description,
        u.created_position, u.status_position, u.title_position, u.description_position)
      """;

  private TaskRows() {}

  static void write(Connection connection, BatchPlan plan) throws SQLException {
    for (List<ToldTask> tasks : OwnedId.apart(ToldTask.in(plan), ToldTask::name)) {
      write(connection, tasks);
    }
  }

  private static void write(Connection connection, List<ToldTask> tasks) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MERGE)) {
      Columns<ToldTask> columns =
          Columns.bind(statement, tasks)
              .uuids(task -> task.name().id())
              .uuids(task -> task.told() ? task.first().sessionId() : null)
              .texts(task -> task.told() ? firstOf(task).project() : null)
              .texts(task -> task.name().owner())
              .texts(task -> firstOf(task).workspace())
              .texts(task -> task.told() ? firstOf(task).machine() : null)
              .textLists(task -> task.told() ? firstOf(task).tags() : List.of())
              .flags(ToldTask::told)
              .times(task -> firstOf(task).occurredAt())
              .counts(task -> firstOf(task).position().rank())
              .uuids(task -> firstOf(task).id())
              .times(task -> task.last().occurredAt());
      bind(columns, ToldTask::status);
      bind(columns, ToldTask::title);
      bind(columns, ToldTask::description);
      statement.executeUpdate();
    }
  }

  private static Activity firstOf(ToldTask task) {
    return task.first().activity();
  }

  private static void bind(
      Columns<ToldTask> columns, Function<ToldTask, @Nullable Latest> attribute)
      throws SQLException {
    columns
        .texts(task -> of(attribute.apply(task), Latest::value))
        .times(task -> TaskRows.<Instant>of(attribute.apply(task), l -> l.toldAt().occurredAt()))
        .numbers(task -> TaskRows.<Number>of(attribute.apply(task), l -> l.toldAt().rank()))
        .uuids(task -> TaskRows.<UUID>of(attribute.apply(task), l -> l.toldAt().activityId()));
  }

  private static <V> @Nullable V of(@Nullable Latest latest, Function<Latest, V> part) {
    return latest == null ? null : part.apply(latest);
  }
}
