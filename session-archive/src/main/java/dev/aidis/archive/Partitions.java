package dev.aidis.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The partitions of {@code session_activities}. Names and bounds cannot be parameters; they are
 * made of numbers only.
 */
final class Partitions {
  private static final String MONTHS =
      """
      SELECT right(c.relname, 7)
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'session_activities'::regclass
        AND c.relname ~ '^session_activities_[0-9]{4}_[0-9]{2}$'
      ORDER BY 1
      """;

  private static final String COLUMNS =
      """
      SELECT attname FROM pg_attribute
      WHERE attrelid = 'session_activities'::regclass AND attnum > 0
        AND NOT attisdropped AND attgenerated = ''
      ORDER BY attnum
      """;

  /**
   * In the order in which the sink writes, so that neither waits for the other. Given up before the
   * database takes the waiting for a deadlock (after 1 s) and ends somebody else's work.
   */
  private static final String LOCK_ALL =
      """
      SET LOCAL lock_timeout TO '700ms';
      LOCK TABLE sessions, tasks, context, decisions, session_activities IN ACCESS EXCLUSIVE MODE;
      SET LOCAL lock_timeout TO DEFAULT
      """;

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int TRIES = 60;

  private Partitions() {}

  static String name(YearMonth month) {
    return "session_activities_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
  }

  static List<YearMonth> months(Connection connection) throws SQLException {
    return texts(connection, MONTHS).stream()
        .map(text -> YearMonth.parse(text.replace('_', '-')))
        .toList();
  }

  static List<String> columns(Connection connection) throws SQLException {
    return texts(connection, COLUMNS);
  }

  static boolean isEmpty(Connection connection, YearMonth month) throws SQLException {
    return !isAny(connection, "SELECT FROM %s".formatted(name(month)));
  }

  /** Whether a session, task, context item or decision of its activities is not there. */
  static boolean refersToMissing(Connection connection, YearMonth month) throws SQLException {
    return isAny(
        connection,
        """
        SELECT FROM %s a
        LEFT JOIN sessions s ON s.id = a.session_id
        LEFT JOIN tasks t ON t.id = a.task_id
        LEFT JOIN context c ON c.id = a.context_id
        LEFT JOIN decisions d ON d.id = a.decision_id
        WHERE (a.session_id IS NOT NULL AND s.id IS NULL) OR (a.task_id IS NOT NULL AND t.id IS NULL)
          OR (a.context_id IS NOT NULL AND c.id IS NULL) OR (a.decision_id IS NOT NULL AND d.id IS NULL)
        """
            .formatted(name(month)));
  }

  static void drop(Connection connection, YearMonth month) throws SQLException {
    execute(
        connection,
        """
        ALTER TABLE session_activities DETACH PARTITION %1$s;
        DROP TABLE %1$s
        """
            .formatted(name(month)));
  }

  /** A table like a partition, for itself. */
  static void createApart(Connection connection, YearMonth month) throws SQLException {
    execute(
        connection,
        """
        CREATE TABLE %s (LIKE session_activities INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)
        """
            .formatted(name(month)));
  }

  static void attach(Connection connection, YearMonth month) throws SQLException {
    YearMonth next = month.plusMonths(1);
    execute(
        connection,
        """
        ALTER TABLE session_activities ATTACH PARTITION %s
        FOR VALUES FROM ('%s-01 00:00:00Z') TO ('%s-01 00:00:00Z')
        """
            .formatted(name(month), month, next));
  }

  /** Keeps everybody from the tables for the moment in which a partition comes or goes. */
  static void lockTables(Connection connection) throws SQLException {
    for (int tries = 1; ; tries++) {
      Savepoint before = connection.setSavepoint();
      try {
        execute(connection, LOCK_ALL);
        return;
      } catch (SQLException e) {
        if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || tries == TRIES) {
          throw e;
        }
        connection.rollback(before);
      }
    }
  }

  private static boolean isAny(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT EXISTS (%s)".formatted(query))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
