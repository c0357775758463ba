package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Makes the partitions of {@code session_activities}, one for each month in UTC, before activities
 * of that month are written. Nobody who reads or writes the others waits for it, nor is waited for:
 * {@code CREATE TABLE … PARTITION OF} would want the whole timeline to itself, and everybody who
 * came later would queue behind it for as long as somebody reads. Thread-safe, also against other
 * processes.
 */
final class MonthPartitions {
  /** Tells this lock from others in the same database: "aidm" in ASCII. */
  private static final int LOCK = 0x6169646d;

  private static final String TAKE_LOCK =
      """
      SELECT pg_advisory_xact_lock(?)
      """;

  private static final String IS_THERE =
      """
      SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'session_activities'::regclass AND c.relname = ?
      """;

  private final DataSource dataSource;
  private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

  MonthPartitions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Makes the partitions of these times, each in a transaction of its own, if they are not there.
   */
  void ensure(Collection<Instant> times) throws SQLException {
    SortedSet<YearMonth> missing = new TreeSet<>();
    for (Instant time : times) {
      YearMonth month = YearMonth.from(time.atOffset(ZoneOffset.UTC));
      if (!known.contains(month)) {
        missing.add(month);
      }
    }
    for (YearMonth month : missing) {
      create(month);
      known.add(month);
    }
  }

  /** To be called when partitions may be gone that were there. */
  void forget() {
    known.clear();
  }

  /**
   * Whether it says that there is no partition for a row: a check violation that, other than those
   * of content, names no constraint.
   */
  static boolean isMissing(SQLException failure) {
    return PSQLState.CHECK_VIOLATION.getState().equals(failure.getSQLState())
        && failure instanceof PSQLException postgres
        && postgres.getServerErrorMessage() != null
        && postgres.getServerErrorMessage().getConstraint() == null;
  }

  private static String nameOf(YearMonth month) {
    return "session_activities_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
  }

  /** A partition's name and bounds cannot be parameters; they are made of numbers only. */
  private static String creation(YearMonth month) {
    YearMonth next = month.plusMonths(1);
    return """
        CREATE TABLE %1$s (LIKE session_activities INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES);
        ALTER TABLE session_activities ATTACH PARTITION %1$s
        FOR VALUES FROM ('%2$04d-%3$02d-01 00:00:00Z') TO ('%4$04d-%5$02d-01 00:00:00Z')
        """
        .formatted(
            nameOf(month),
            month.getYear(),
            month.getMonthValue(),
            next.getYear(),
            next.getMonthValue());
  }

  private void create(YearMonth month) throws SQLException {
    Transactions.run(
        dataSource,
        connection -> {
          try (PreparedStatement lock = connection.prepareStatement(TAKE_LOCK)) {
            lock.setInt(1, LOCK);
            lock.execute();
          }
          if (!isThere(connection, month)) {
            try (Statement statement = connection.createStatement()) {
              statement.execute(creation(month));
            }
          }
        });
  }

  private static boolean isThere(Connection connection, YearMonth month) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(IS_THERE)) {
      statement.setString(1, nameOf(month));
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
