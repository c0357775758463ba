package dev.aidis.ingest.keeping;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads the database as it is at one moment. */
final class Snapshot {
  /** What is read. */
  @FunctionalInterface
  interface Reading {
    void from(Connection connection) throws SQLException;
  }

  private Snapshot() {}

  static void of(DataSource database, Reading reading) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        reading.from(connection);
      } finally {
        connection.rollback();
      }
    }
  }
}
