package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Writes context items and decisions, with the text of the latest activity of their owner that told
 * each.
 */
final class KnowledgeRows {
  private static final String MERGE_CONTEXT =
      """
      MERGE INTO context t
      USING (
        SELECT u.uuid, s.id AS session_id, p.id AS project_id, u.owner, u.workspace, u.machine,
          u.title, u.body, u.tags::text[] AS tags, u.attributes::jsonb AS attributes,
          u.first_at AS first_at, u.last_at AS last_at,
          CASE WHEN u.told
            THEN ROW (u.first_at, u.first_rank::smallint, u.first_activity)::activity_position
            END AS created_position,
          CASE WHEN u.told
            THEN ROW (u.last_at, u.last_rank::smallint, u.last_activity)::activity_position
            END AS told_position
        FROM unnest(?, ?, ?, ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?) AS u (
          uuid, session, project, owner, workspace, machine,
          title, body, tags, attributes,
          told, first_at, first_rank, first_activity,
          last_at, last_rank, last_activity)
        LEFT JOIN sessions s ON s.uuid = u.session
        LEFT JOIN projects p ON p.name = u.project
      ) u ON t.uuid = u.uuid
      WHEN MATCHED AND t.owner = u.owner THEN UPDATE SET
        (session_id, project_id, workspace, machine, created_at, created_position) = (
          SELECT session_id, project_id, workspace, machine, created_at, created_position
          FROM (VALUES
            (1, t.session_id, t.project_id, t.workspace, t.machine, t.created_at, t.created_position),
            (2, u.session_id, u.project_id, u.workspace, u.machine, u.first_at, u.created_position)
          ) AS first (place, session_id, project_id, workspace, machine, created_at, created_position)
          ORDER BY first.created_position NULLS LAST, first.created_at, first.place LIMIT 1),
        (title, content, tags, attributes, updated_at, told_position) = (
          SELECT last.* FROM (VALUES
            (u.title, u.body, u.tags, u.attributes, u.last_at, u.told_position),
            (t.title, t.content, t.tags, t.attributes, t.updated_at, t.told_position)
          ) AS last (title, content, tags, attributes, updated_at, told_position)
          ORDER BY last.told_position DESC NULLS LAST, last.updated_at DESC LIMIT 1)
      WHEN NOT MATCHED THEN INSERT (
        uuid, session_id, project_id, owner, workspace, machine, title, content, tags, attributes,
        created_at, updated_at, created_position, told_position)
      VALUES (
        u.uuid, u.session_id, u.project_id, u.owner, u.workspace, u.machine, u.title, u.body, u.tags, u.attributes,
        u.first_at, u.last_at, u.created_position, u.told_position)
      """;

  private static final String MERGE_DECISIONS =
      """
      MERGE INTO decisions t
      USING (
        SELECT u.uuid, s.id AS session_id, p.id AS project_id, u.owner, u.workspace, u.machine,
          u.title, u.body, u.tags::text[] AS tags, u.attributes::jsonb AS attributes,
          u.first_at AS first_at, u.last_at AS last_at,
          CASE WHEN u.told
            THEN ROW (u.first_at, u.first_rank::smallint, u.first_activity)::activity_position
            END AS created_position,
          CASE WHEN u.told
            THEN ROW (u.last_at, u.last_rank::smallint, u.last_activity)::activity_position
            END AS told_position
        FROM unnest(?, ?, ?, ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?, ?,  ?, ?, ?) AS u (
          uuid, session, project, owner, workspace, machine,
          title, body, tags, attributes,
          told, first_at, first_rank, first_activity,
          last_at, last_rank, last_activity)
        LEFT JOIN sessions s ON s.uuid = u.session
        LEFT JOIN projects p ON p.name = u.project
      ) u ON t.uuid = u.uuid
      WHEN MATCHED AND t.owner = u.owner THEN UPDATE SET
        (session_id, project_id, workspace, machine, created_at, created_position) = (
          SELECT session_id, project_id, workspace, machine, created_at, created_position
          FROM (VALUES
            (1, t.session_id, t.project_id, t.workspace, t.machine, t.created_at, t.created_position),
            (2, u.session_id, u.project_id, u.workspace, u.machine, u.first_at, u.created_position)
          ) AS first (place, session_id, project_id, workspace, machine, created_at, created_position)
          ORDER BY first.created_position NULLS LAST, first.created_at, first.place LIMIT 1),
        (title, rationale, tags, attributes, updated_at, told_position) = (
          SELECT last.* FROM (VALUES
            (u.title, u.body, u.tags, u.attributes, u.last_at, u.told_position),
            (t.title, t.rationale, t.tags, t.attributes, t.updated_at, t.told_position)
          ) AS last (title, rationale, tags, attributes, updated_at, told_position)
          ORDER BY last.told_position DESC NULLS LAST, last.updated_at DESC LIMIT 1)
      WHEN NOT MATCHED THEN INSERT (
        uuid, session_id, project_id, owner, workspace, machine, title, rationale, tags, attributes,
        created_at, updated_at, created_position, told_position)
      VALUES (
        u.uuid, u.session_id, u.project_id, u.owner, u.workspace, u.machine, u.title, u.body, u.tags, u.attributes,
        u.first_at, u.last_at, u.created_position, u.told_position)
      """;

  private KnowledgeRows() {}

  static void write(Connection connection, BatchPlan plan) throws SQLException {
    write(connection, MERGE_CONTEXT, ToldItem.contextIn(plan));
    write(connection, MERGE_DECISIONS, ToldItem.decisionsIn(plan));
  }

  private static void write(Connection connection, String sql, Collection<ToldItem> items)
      throws SQLException {
    for (List<ToldItem> part : OwnedId.apart(items, ToldItem::name)) {
      writePart(connection, sql, part);
    }
  }

  private static void writePart(Connection connection, String sql, List<ToldItem> items)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.bind(statement, items)
          .uuids(item -> item.name().id())
          .uuids(item -> item.told() ? item.first().sessionId() : null)
          .texts(item -> item.told() ? item.first().activity().project() : null)
          .texts(item -> item.name().owner())
          .texts(item -> item.first().activity().workspace())
          .texts(item -> item.told() ? item.first().activity().machine() : null)
          .texts(item -> item.told() ? item.last().activity().title() : null)
          .texts(item -> item.told() ? item.last().activity().body() : null)
          .textLists(item -> item.told() ? item.last().activity().tags() : List.of())
          .texts(item -> item.told() ? Json.of(item.last().activity().attributes()) : "{}")
          .flags(ToldItem::told)
          .times(item -> item.first().activity().occurredAt())
          .counts(item -> item.first().activity().position().rank())
          .uuids(item -> item.first().activity().id())
          .times(item -> item.last().activity().occurredAt())
          .counts(item -> item.last().activity().position().rank())
          .uuids(item -> item.last().activity().id());
      statement.executeUpdate();
    }
  }
}
