package dev.aidis.sink.write;

import dev.aidis.schemas.TrackerKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** Tells whoever listens whose sessions have changed, when the transaction commits. */
public final class Announcement {
  /** The channel; the payload is a tracker key, or {@link #EVERYONE}. */
  static final String CHANNEL = "aidis_sessions";

  static final String EVERYONE = "*";
  static final int MOST_KEYS = 100;

  private static final String NOTIFY =
      """
      SELECT pg_notify(?, key) FROM unnest(?) AS key
      """;

  private Announcement() {}

  static void make(Connection connection, Set<TrackerKey> changed) throws SQLException {
    notify(
        connection,
        changed.size() > MOST_KEYS
            ? new String[] {EVERYONE}
            : changed.stream().map(TrackerKey::toString).toArray(String[]::new));
  }

  /** Tells that anyone's sessions may have changed. */
  public static void toEveryone(Connection connection) throws SQLException {
    notify(connection, new String[] {EVERYONE});
  }

  private static void notify(Connection connection, String[] keys) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
      statement.setString(1, CHANNEL);
      statement.setArray(2, connection.createArrayOf("text", keys));
      statement.execute();
    }
  }
}
