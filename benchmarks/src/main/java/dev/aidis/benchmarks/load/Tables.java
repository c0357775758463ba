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

  private static final String ACTIVITIES = "SELECT count(*) FROM session_activities";
  private static final String TOLD_BY_SESSIONS =
      "SELECT coalesce(sum(activities), 0) FROM sessions";
  private static final String SESSIONS = "SELECT count(*) FROM sessions";
  private static final String TASKS = "SELECT count(*) FROM tasks";
  private static final String CONTEXT_ITEMS = "SELECT count(*) FROM context";
  private static final String DECISIONS = "SELECT count(*) FROM decisions";
  private static final String FILE_MODIFICATIONS = "SELECT sum(times_modified) FROM session_files";

  /** For all that was sent to be written. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration MEDIUM = Duration.ofMillis(20);
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
   * Returns when that many activities are committed, each with a session. Their sessions tell,
   * whose rows are written in the same transactions, and the numbers that were given to rows tell
   * when to ask them: counting the activities would take the database seconds of what is measured.
   * Whoever measures counts them afterwards, see {@link #requireAnswers}.
   *
   * @throws IllegalStateException when they are not after {@link #PATIENCE}
   */
  public static void awaitActivities(String jdbcUrl, long expected) throws SQLException {
    awaitNumbers(jdbcUrl, expected);
    await(jdbcUrl, TOLD_BY_SESSIONS, n -> n == expected, MEDIUM);
  }

  /** How many activities are committed, as {@link #awaitActivities} knows it. */
  public static long committed(String jdbcUrl) throws SQLException {
    return count(jdbcUrl, TOLD_BY_SESSIONS);
  }

  /**
   * Returns when so many activities have been given numbers, from the first one in that database.
   *
   * @throws IllegalStateException when they are not after {@link #PATIENCE}
   */
  public static void awaitNumbers(String jdbcUrl, long given) throws SQLException {
    await(jdbcUrl, "SELECT last_value FROM session_activities_id_seq", n -> n >= given, SHORT);
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

  /** What is there already, before anything is sent. */
  public static AssistantLoad.Expected present(String jdbcUrl) throws SQLException {
    AssistantLoad.Expected present = new AssistantLoad.Expected();
    present.activities = (int) count(jdbcUrl, ACTIVITIES);
    present.sessions = (int) count(jdbcUrl, SESSIONS);
    present.tasks = (int) count(jdbcUrl, TASKS);
    present.contextItems = (int) count(jdbcUrl, CONTEXT_ITEMS);
    present.decisions = (int) count(jdbcUrl, DECISIONS);
    present.fileModifications = (int) count(jdbcUrl, FILE_MODIFICATIONS);
    return present;
  }

  /** A rate of wrong answers is none. */
  public static void requireAnswers(String jdbcUrl, AssistantLoad.Expected expected)
      throws SQLException {
    require(jdbcUrl, ACTIVITIES, expected.activities);
    require(jdbcUrl, ACTIVITIES + " WHERE session_id IS NOT NULL", expected.activities);
    require(jdbcUrl, SESSIONS, expected.sessions);
    require(jdbcUrl, TOLD_BY_SESSIONS, expected.activities);
    require(jdbcUrl, TASKS, expected.tasks);
    require(jdbcUrl, CONTEXT_ITEMS, expected.contextItems);
    require(jdbcUrl, DECISIONS, expected.decisions);
    require(jdbcUrl, FILE_MODIFICATIONS, expected.fileModifications);
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
