package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in a transaction. */
final class Transactions {
  /** What is done in a transaction. */
  @FunctionalInterface
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  private Transactions() {}

  /** Commits what the work did, or nothing of it if it throws. */
  static void run(DataSource dataSource, Work work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
