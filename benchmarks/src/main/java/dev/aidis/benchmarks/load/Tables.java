package dev.aidis.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/** Empties the database, and checks that what was written is right. */
public final class Tables {
  private static final String EMPTY =
      """
      DROP SCHEMA public CASCADE;
      CREATE SCHEMA public;
      """;

  /** For all that was sent to be written. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofMillis(100);

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
   * Returns when that many activities are there. The numbers that were given to rows tell when to
   * count: counting all along would cost the database more than writing.
   *
   * @throws IllegalStateException when they are not after {@link #PATIENCE}
   */
  public static void awaitActivities(String jdbcUrl, long expected) throws SQLException {
    await(jdbcUrl, "SELECT last_value FROM session_activities_id_seq", n -> n >= expected, SHORT);
    awaitCount(jdbcUrl, "SELECT count(*) FROM session_activities", expected);
  }

  /**
   * Returns when the query gives that number; asks rarely, for counting takes its share of the
   * database.
   *
   * @throws IllegalStateException when it does not after {@link #PATIENCE}
   */
  public static void awaitCount(String jdbcUrl, String query, long expected) throws SQLException {
    await(jdbcUrl, query, n -> n == expected, LONG);
  }

  private static void await(String jdbcUrl, String query, LongPredicate enough, Duration pause)
      throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "aidis", "")) {
      long number = number(connection, query);
      while (!enough.test(number)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(query + " gives " + number + ", which is not all");
        }
        LockSupport.parkNanos(pause.toNanos());
        number = number(connection, query);
      }
    }
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
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "aidis", "")) {
      return number(connection, query);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
