package dev.aidis.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Empties the database, and checks that what was written is right. */
public final class Tables {
  private static final String EMPTY =
      """
      DROP SCHEMA public CASCADE;
      CREATE SCHEMA public;
      """;

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  private Tables() {}

  public static void empty(String jdbcUrl) throws SQLException {
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
   * @throws IllegalStateException when they are not after two minutes
   */
  public static void awaitActivities(String jdbcUrl, long expected) throws SQLException {
    awaitCount(jdbcUrl, "SELECT count(*) FROM session_activities", expected);
  }

  /**
   * Returns when the query gives that number.
   *
   * @throws IllegalStateException when it does not after two minutes
   */
  public static void awaitCount(String jdbcUrl, String query, long expected) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    long count = -1;
    while (System.nanoTime() < deadline) {
      count = count(jdbcUrl, query);
      if (count == expected) {
        return;
      }
      LockSupport.parkNanos(PAUSE);
    }
    throw new IllegalStateException(query + " gives " + count + ", not " + expected);
  }

  /** A rate of wrong answers is none. */
  public static void requireAnswers(String jdbcUrl, AssistantLoad.Expected expected)
      throws SQLException {
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

  public static void require(String jdbcUrl, String query, long expected) throws SQLException {
    long count = count(jdbcUrl, query);
    if (count != expected) {
      throw new IllegalStateException(
          query + " gives " + count + ", but " + expected + " were sent");
    }
  }

  /** The number in the query's only row. */
  public static long count(String jdbcUrl, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "aidis", "");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
