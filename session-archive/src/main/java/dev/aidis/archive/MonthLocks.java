package dev.aidis.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps a month from being archived while something is written that belongs to it. Each month has a
 * lock of its own, so that archiving an old one stops no writing of today's. Held to the end of the
 * transaction.
 */
public final class MonthLocks {
  /** Tells these locks from others in the same database: "aida" in ASCII. */
  private static final int LOCK_CLASS = 0x61696461;

  private static final int MONTHS = 12;

  /** The lock of the archive as a whole. No month: there is no year 0. */
  private static final int WHOLE = 0;

  private static final String SHARE_WHOLE =
      """
      SELECT pg_advisory_xact_lock_shared(?, ?)
      """;

  /** In one order, so that two writers never wait for each other. */
  private static final String SHARE =
      """
      SELECT pg_advisory_xact_lock_shared(?, month) FROM unnest(?) AS month
      """;

  private static final String OWN =
      """
      SELECT pg_advisory_xact_lock(?, ?)
      """;

  private static final String ARCHIVED_AMONG =
      """
      SELECT month FROM archived_months WHERE month = ANY (?)
      """;

  private MonthLocks() {}

  /**
   * To be taken before writing to these months.
   *
   * @return those of them that are archived, which must be brought back first
   */
  public static Set<YearMonth> share(Connection connection, Collection<YearMonth> months)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SHARE)) {
      Integer[] keys = new TreeSet<>(months).stream().map(MonthLocks::key).toArray(Integer[]::new);
      statement.setInt(1, LOCK_CLASS);
      statement.setArray(2, connection.createArrayOf("int4", keys));
      statement.execute();
    }
    return archivedAmong(connection, months);
  }

  /** Waits until no month is going or coming back, and then keeps all of them where they are. */
  static void ownWhole(Connection connection) throws SQLException {
    execute(connection, OWN, WHOLE);
  }

  /** Waits until nobody writes to the month, and then keeps everybody from it. */
  static void own(Connection connection, YearMonth month) throws SQLException {
    execute(connection, SHARE_WHOLE, WHOLE);
    execute(connection, OWN, key(month));
  }

  private static void execute(Connection connection, String lock, int key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(lock)) {
      statement.setInt(1, LOCK_CLASS);
      statement.setInt(2, key);
      statement.execute();
    }
  }

  static Set<YearMonth> archivedAmong(Connection connection, Collection<YearMonth> months)
      throws SQLException {
    Set<YearMonth> archived = new TreeSet<>();
    try (PreparedStatement statement = connection.prepareStatement(ARCHIVED_AMONG)) {
      LocalDate[] days = months.stream().map(m -> m.atDay(1)).toArray(LocalDate[]::new);
      statement.setArray(1, connection.createArrayOf("date", days));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          archived.add(YearMonth.from(rows.getObject(1, LocalDate.class)));
        }
      }
    }
    return archived;
  }

  private static int key(YearMonth month) {
    return month.getYear() * MONTHS + month.getMonthValue() - 1;
  }
}
