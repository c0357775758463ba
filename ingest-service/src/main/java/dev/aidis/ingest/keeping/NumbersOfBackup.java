package dev.aidis.ingest.keeping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes down the projects and numbers of a backup, in one transaction: nothing of them is there
 * before {@link #keep}. For one thread.
 */
final class NumbersOfBackup implements AutoCloseable {
  private static final UUID LAST = new UUID(0, 0);
  private static final int AT_ONCE = 1_000;
  private static final Set<String> KINDS =
      Set.of("projects", "sessions", "absorbed", "tasks", "context", "decisions");

  private static final String RESERVE =
      """
      INSERT INTO reserved_numbers (kind, uuid, number) VALUES (?, ?, ?)
      ON CONFLICT (kind, uuid) DO UPDATE SET number = excluded.number
      """;

  private static final String ADD_PROJECT =
      """
      INSERT INTO projects (id, uuid, name, is_default, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  /** New numbers are to be beyond the reserved ones from the start. */
  private static final String COUNT_ON =
      """
      SELECT setval(s.sequence, greatest(r.number, s.last))
      FROM reserved_numbers r
      CROSS JOIN LATERAL (
        SELECT q.sequence, pg_sequence_last_value(q.sequence::regclass) AS last
        FROM pg_get_serial_sequence(substr(r.kind, 6), 'id') AS q (sequence)) AS s
      WHERE r.kind LIKE 'last %' AND r.number IS NOT NULL
      """;

  private static final String BEGIN_TAKING =
      """
      ALTER TABLE sessions ENABLE TRIGGER take_reserved_number;
      ALTER TABLE tasks ENABLE TRIGGER take_reserved_number;
      ALTER TABLE context ENABLE TRIGGER take_reserved_number;
      ALTER TABLE decisions ENABLE TRIGGER take_reserved_number
      """;

  private final Connection connection;
  private final List<Reserved> waiting = new ArrayList<>(AT_ONCE);

  private record Reserved(String kind, UUID uuid, @Nullable Long number) {}

  private NumbersOfBackup(Connection connection) {
    this.connection = connection;
  }

  static NumbersOfBackup begin(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setAutoCommit(false);
      return new NumbersOfBackup(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  void project(JsonNode line) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD_PROJECT)) {
      statement.setInt(1, line.path("id").asInt());
      statement.setObject(2, UUID.fromString(line.path("uuid").asString("")));
      statement.setString(3, line.path("name").asString(""));
      statement.setBoolean(4, line.path("is_default").asBoolean());
      statement.setObject(5, time(line, "created_at"));
      statement.setObject(6, time(line, "updated_at"));
      statement.executeUpdate();
    }
  }

  void last(JsonNode line) throws SQLException {
    add("last " + kind(line), LAST, number(line, "last"));
  }

  void number(JsonNode line) throws SQLException {
    UUID uuid = UUID.fromString(line.path("uuid").asString(""));
    Long number = number(line, "number");
    add(kind(line), uuid, number);
    if (kind(line).equals("absorbed") && number != null) {
      add("sessions", uuid, number);
    }
  }

  /** From now on new rows get the numbers that are reserved for them. */
  void keep() throws SQLException {
    flush();
    try (Statement statement = connection.createStatement()) {
      statement.execute(BEGIN_TAKING);
      statement.execute(COUNT_ON);
    }
    connection.commit();
  }

  /** Takes back what was not kept. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }

  private void add(String kind, UUID uuid, @Nullable Long number) throws SQLException {
    waiting.add(new Reserved(kind, uuid, number));
    if (waiting.size() == AT_ONCE) {
      flush();
    }
  }

  private void flush() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
      for (Reserved one : waiting) {
        statement.setString(1, one.kind());
        statement.setObject(2, one.uuid());
        statement.setObject(3, one.number(), Types.BIGINT);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    waiting.clear();
  }

  private static String kind(JsonNode line) {
    String kind = line.path("kind").asString("");
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "numbers of '" + kind + "' are not known: use a newer aidis");
    }
    return kind;
  }

  private static @Nullable Long number(JsonNode line, String name) {
    return line.hasNonNull(name) ? line.get(name).asLong() : null;
  }

  private static OffsetDateTime time(JsonNode line, String name) {
    return Instant.parse(line.path(name).asString("")).atOffset(ZoneOffset.UTC);
  }
}
