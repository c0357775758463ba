package dev.aidis.sink.write;

import java.sql.PreparedStatement;
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
 * of that month are written. Thread-safe, also against other processes.
 */
final class MonthPartitions {
  /** Tells this lock from others in the same database: "aidm" in ASCII. */
  private static final int LOCK = 0x6169646d;

  private static final String TAKE_LOCK =
      """
      SELECT pg_advisory_xact_lock(?)
      """;

  private final DataSource dataSource;
  private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

  MonthPartitions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes the partitions of these times, in a transaction of its own, if they are not there. */
  void ensure(Collection<Instant> times) throws SQLException {
    SortedSet<YearMonth> missing = new TreeSet<>();
    for (Instant time : times) {
      YearMonth month = YearMonth.from(time.atOffset(ZoneOffset.UTC));
      if (!known.contains(month)) {
        missing.add(month);
      }
    }
    if (!missing.isEmpty()) {
      create(missing);
      known.addAll(missing);
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

  /** A partition's name and bounds cannot be parameters; they are made of numbers only. */
  private static String creation(YearMonth month, YearMonth next) {
    return """
        CREATE TABLE IF NOT EXISTS session_activities_%1$04d_%2$02d PARTITION OF session_activities
        FOR VALUES FROM ('%1$04d-%2$02d-01 00:00:00Z') TO ('%3$04d-%4$02d-01 00:00:00Z')
        """
        .formatted(month.getYear(), month.getMonthValue(), next.getYear(), next.getMonthValue());
  }

  private void create(SortedSet<YearMonth> months) throws SQLException {
    Transactions.run(
        dataSource,
        connection -> {
          try (PreparedStatement lock = connection.prepareStatement(TAKE_LOCK)) {
            lock.setInt(1, LOCK);
            lock.execute();
          }
          try (Statement statement = connection.createStatement()) {
            for (YearMonth month : months) {
              statement.execute(creation(month, month.plusMonths(1)));
            }
          }
        });
  }
}
