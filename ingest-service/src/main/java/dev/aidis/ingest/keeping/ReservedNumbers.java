package dev.aidis.ingest.keeping;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Ends a restore's numbering: {@link NumbersOfBackup} began it. */
final class ReservedNumbers {
  /**
   * Keeps everybody from taking a number while the last ones are found out; in the order in which
   * the sink writes.
   */
  private static final String HOLD =
      """
      LOCK TABLE projects, sessions, tasks, context, decisions IN SHARE ROW EXCLUSIVE MODE
      """;

  private static final String END_TAKING =
      """
      ALTER TABLE sessions DISABLE TRIGGER take_reserved_number;
      ALTER TABLE tasks DISABLE TRIGGER take_reserved_number;
      ALTER TABLE context DISABLE TRIGGER take_reserved_number;
      ALTER TABLE decisions DISABLE TRIGGER take_reserved_number
      """;

  private static final String NUMBER_ABSORBED =
      """
      UPDATE absorbed_sessions a SET number = r.number
      FROM reserved_numbers r WHERE r.kind = 'absorbed' AND r.uuid = a.uuid
      """;

  /** Every row took a number of the sequence before it was given its own. */
  private static final String COUNT_FROM_WHAT_IS_THERE =
      """
      SELECT setval(pg_get_serial_sequence(t.kind, 'id'), greatest(t.greatest, r.number))
      FROM (
        SELECT 'projects' AS kind, max(id)::bigint AS greatest FROM projects
        UNION ALL SELECT 'sessions', greatest(
          (SELECT max(id) FROM sessions), (SELECT max(number) FROM absorbed_sessions))
        UNION ALL SELECT 'tasks', max(id) FROM tasks
        UNION ALL SELECT 'context', max(id) FROM context
        UNION ALL SELECT 'decisions', max(id) FROM decisions) AS t
      JOIN reserved_numbers r ON r.kind = 'last ' || t.kind
      WHERE t.greatest IS NOT NULL OR r.number IS NOT NULL
      """;

  private static final String FORGET =
      """
      DELETE FROM reserved_numbers
      """;

  private final DataSource database;

  ReservedNumbers(DataSource database) {
    this.database = database;
  }

  /** To be called when all rows are there. */
  void endTaking() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql :
            List.of(HOLD, END_TAKING, NUMBER_ABSORBED, COUNT_FROM_WHAT_IS_THERE, FORGET)) {
          statement.execute(sql);
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
