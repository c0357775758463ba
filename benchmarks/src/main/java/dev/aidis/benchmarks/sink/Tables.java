package dev.aidis.benchmarks.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Empties the database, and checks that what was written is right. */
final class Tables {
  private static final String EMPTY =
      """
      DROP SCHEMA public CASCADE;
      CREATE SCHEMA public;
      """;

  private Tables() {}

  static void empty(String jdbcUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(EMPTY);
      statement.execute("ALTER SCHEMA public OWNER TO aidis");
      statement.execute("CHECKPOINT");
    }
  }

  /**
   * Returns when that many activities are there.
   *
   * @throws IllegalStateException when they are not after a minute
   */
  static void awaitActivities(String jdbcUrl, long expected) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "aidis", "");
        Statement statement = connection.createStatement()) {
      while (System.nanoTime() < deadline) {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM session_activities")) {
          row.next();
          if (row.getLong(1) == expected) {
            return;
          }
        }
      }
    }
    throw new IllegalStateException("not all of %d activities are written".formatted(expected));
  }

  /** A rate of wrong answers is none. */
  static void requireAnswers(String jdbcUrl, SinkLoad.Expected expected) throws SQLException {
    require(jdbcUrl, "SELECT count(*) FROM session_activities", expected.activities);
    require(
        jdbcUrl,
        "SELECT count(*) FROM session_activities WHERE session_id IS NOT NULL",
        expected.activities);
    require(jdbcUrl, "SELECT count(*) FROM sessions", expected.sessions);
    require(jdbcUrl, "SELECT sum(activities) FROM sessions", expected.activities);
    require(jdbcUrl, "SELECT count(*) FROM tasks", expected.tasks);
    require(jdbcUrl, "SELECT count(*) FROM context", expected.contextItems);
    require(jdbcUrl, "SELECT count(*) FROM decisions", expected.decisions);
    require(jdbcUrl, "SELECT sum(times_modified) FROM session_files", expected.fileModifications);
  }

  static void require(String jdbcUrl, String query, long expected) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "aidis", "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      if (row.getLong(1) != expected) {
        throw new IllegalStateException(
            query + " gives " + row.getLong(1) + ", but " + expected + " were sent");
      }
    }
  }
}
