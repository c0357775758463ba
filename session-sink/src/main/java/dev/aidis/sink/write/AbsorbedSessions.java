package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Remembers sessions that are no more, and removes them. */
final class AbsorbedSessions {
  private static final String AMONG =
      """
      SELECT uuid, into_uuid, revision FROM absorbed_sessions WHERE uuid = ANY (?)
      """;

  private static final String REMEMBER =
      """
      INSERT INTO absorbed_sessions (uuid, number, into_uuid, revision)
      SELECT u.uuid, s.id, u.into_uuid, u.revision
      FROM unnest(?, ?, ?) AS u (uuid, into_uuid, revision)
      LEFT JOIN sessions s ON s.uuid = u.uuid
      ON CONFLICT (uuid) DO NOTHING
      """;

  private static final String LEAD_ON =
      """
      UPDATE absorbed_sessions a SET into_uuid = b.into_uuid
      FROM absorbed_sessions b
      WHERE b.uuid = ANY (?) AND a.into_uuid = b.uuid
      """;

  private static final String REMOVE =
      """
      DELETE FROM sessions WHERE uuid = ANY (?)
      """;

  private AbsorbedSessions() {}

  static Map<UUID, Absorption> among(Connection connection, Set<UUID> ids) throws SQLException {
    Map<UUID, Absorption> absorbed = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(AMONG)) {
      Columns.bindUuids(statement, 1, ids);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          absorbed.put(
              rows.getObject("uuid", UUID.class),
              new Absorption(rows.getObject("into_uuid", UUID.class), rows.getLong("revision")));
        }
      }
    }
    return absorbed;
  }

  /** To be called when no activity belongs to them any more. */
  static void remove(Connection connection, Map<UUID, Absorption> absorbed) throws SQLException {
    if (absorbed.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
      Columns.bind(statement, absorbed.entrySet())
          .uuids(Map.Entry::getKey)
          .uuids(entry -> entry.getValue().into())
          .counts(entry -> entry.getValue().revision());
      statement.executeUpdate();
    }
    update(connection, LEAD_ON, absorbed.keySet());
    update(connection, REMOVE, absorbed.keySet());
  }

  private static void update(Connection connection, String sql, Set<UUID> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.bindUuids(statement, 1, ids);
      statement.executeUpdate();
    }
  }
}
