package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes {@code MERGE} number new rows in the order of its source. It does so when it looks up each
 * source row by the target's key; a hash join would give the new rows in the order of their hashes.
 * A batch is small beside the tables, so the look-ups are the good plan anyway.
 */
final class NumberingOrder {
  private static final String LOOK_UP_ROW_BY_ROW =
      """
      SET LOCAL enable_hashjoin TO off;
      SET LOCAL enable_mergejoin TO off
      """;

  private static final String AS_THE_PLANNER_LIKES =
      """
      SET LOCAL enable_hashjoin TO DEFAULT;
      SET LOCAL enable_mergejoin TO DEFAULT
      """;

  /** Statements that number rows. */
  @FunctionalInterface
  interface Numbering {
    void write() throws SQLException;
  }

  private NumberingOrder() {}

  /** Runs the statements, within the transaction that is open. */
  static void keep(Connection connection, Numbering statements) throws SQLException {
    set(connection, LOOK_UP_ROW_BY_ROW);
    statements.write();
    set(connection, AS_THE_PLANNER_LIKES);
  }

  private static void set(Connection connection, String settings) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings);
    }
  }
}
