package dev.aidis.sink.rebuild;

import dev.aidis.sink.rebuild.WaitingUpdates.Told;
import dev.aidis.sink.write.Announcement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the tables that are read equal to the new ones, row by row: what is equal stays untouched,
 * so readers, views, roles and their plans notice nothing but the rows that were wrong. To be run
 * in one transaction.
 *
 * <p>Existing rows keep what a replay cannot tell: numbers, whether a session was once amended, and
 * its revision; rows that were missing get revision 0. So the next live update that the new tables
 * do not contain has a greater one and is written. Those that they do contain are of the past for
 * them: each session gets the revision that the last of those tells, see {@link WaitingUpdates}.
 */
final class Equalization {
  private static final String COLUMNS =
      """
      SELECT quote_ident(attname) AS name FROM pg_attribute
      WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      ORDER BY attnum
      """;

  private static final List<RebuiltTable> WITH_NUMBERS =
      List.of(
          RebuiltTable.PROJECTS,
          RebuiltTable.SESSIONS,
          RebuiltTable.TASKS,
          RebuiltTable.CONTEXT,
          RebuiltTable.DECISIONS);

  /** What activities and files refer to goes last. */
  private static final List<RebuiltTable> REFERRED_TO =
      List.of(
          RebuiltTable.DECISIONS, RebuiltTable.CONTEXT, RebuiltTable.TASKS, RebuiltTable.SESSIONS);

  private static final String NO_REVISION =
      """
      UPDATE aidis_rebuild.sessions SET revision = 0
      """;

  private static final String RESTORING =
      """
      SELECT EXISTS (SELECT FROM reserved_numbers)
      """;

  private final Connection connection;
  private final String schema;
  private final Map<UUID, Told> told;
  private final Map<String, Long> changed = new LinkedHashMap<>();

  private Equalization(Connection connection, String schema, Map<UUID, Told> told) {
    this.connection = connection;
    this.schema = schema;
    this.told = told;
  }

  /**
   * Does it and tells everyone.
   *
   * @param schema that is read
   * @param told sessions as live updates tell them that are contained in the new tables and may
   *     still be written
   * @return rows changed, by table
   */
  static Map<String, Long> run(Connection connection, String schema, Map<UUID, Told> told)
      throws SQLException {
    Equalization equalization = new Equalization(connection, schema, told);
    equalization.run();
    return equalization.changed;
  }

  /**
   * Rows that a restore is still going to number cannot be numbered here.
   *
   * @throws IllegalStateException if a restore has not ended
   */
  static void requireNoRestore(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESTORING);
        ResultSet row = statement.executeQuery()) {
      row.next();
      if (row.getBoolean(1)) {
        throw new IllegalStateException(
            "a restore has not ended: wait for it, or run it again with --force; then rebuild");
      }
    }
  }

  private void run() throws SQLException {
    requireNoRestore(connection);
    for (RebuiltTable table : WITH_NUMBERS) {
      for (String statement : table.renumbering(schema)) {
        execute(statement);
      }
    }
    execute(NO_REVISION);
    for (RebuiltTable table : RebuiltTable.values()) {
      execute("ANALYZE aidis_rebuild." + table.tableName());
      if (table.isReferring()) {
        count(table, execute(table.deletion(schema)));
      }
      List<String> columns = columns(table);
      count(table, execute(table.update(schema, columns)));
      count(table, execute(table.insertion(schema, columns)));
    }
    for (RebuiltTable table : REFERRED_TO) {
      count(table, execute(table.deletion(schema)));
    }
    execute(RebuiltTable.resurrection(schema));
    keepUpWithUpdates();
    Announcement.toEveryone(connection);
  }

  private void keepUpWithUpdates() throws SQLException {
    List<UUID> sessions = List.copyOf(told.keySet());
    String keepUp =
        """
        UPDATE %s.sessions s SET revision = w.revision, amended = s.amended OR w.amended
        FROM unnest(?, ?, ?) AS w (uuid, revision, amended)
        WHERE s.uuid = w.uuid AND s.revision < w.revision
        """
            .formatted(schema);
    try (PreparedStatement statement = connection.prepareStatement(keepUp)) {
      List<Told> last = sessions.stream().map(told::get).toList();
      statement.setArray(1, connection.createArrayOf("uuid", sessions.toArray()));
      statement.setArray(
          2, connection.createArrayOf("int8", last.stream().map(Told::revision).toArray()));
      statement.setArray(
          3, connection.createArrayOf("bool", last.stream().map(Told::amended).toArray()));
      statement.executeUpdate();
    }
  }

  private void count(RebuiltTable table, long rows) {
    changed.merge(table.tableName(), rows, Long::sum);
  }

  private List<String> columns(RebuiltTable table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, schema + "." + table.tableName());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString("name"));
        }
      }
    }
    return columns;
  }

  private long execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return Math.max(0, statement.executeLargeUpdate(sql));
    }
  }
}
