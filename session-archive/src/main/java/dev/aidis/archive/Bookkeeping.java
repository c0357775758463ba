package dev.aidis.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of {@code archived_months}. */
final class Bookkeeping {
  private static final String ALL =
      """
      SELECT month, file, rows, sha256, archived_at FROM archived_months ORDER BY month
      """;

  private static final String ONE =
      """
      SELECT month, file, rows, sha256, archived_at FROM archived_months WHERE month = ?
      """;

  private static final String ADD =
      """
      INSERT INTO archived_months (month, file, rows, sha256) VALUES (?, ?, ?, ?)
      RETURNING month, file, rows, sha256, archived_at
      """;

  private static final String REMOVE =
      """
      DELETE FROM archived_months WHERE month = ?
      """;

  private Bookkeeping() {}

  static List<ArchivedMonth> all(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      return read(statement);
    }
  }

  static Optional<ArchivedMonth> of(Connection connection, YearMonth month) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setObject(1, month.atDay(1));
      return read(statement).stream().findFirst();
    }
  }

  static ArchivedMonth add(
      Connection connection, YearMonth month, String file, long rows, String sha256)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setObject(1, month.atDay(1));
      statement.setString(2, file);
      statement.setLong(3, rows);
      statement.setString(4, sha256);
      return read(statement).getFirst();
    }
  }

  static void remove(Connection connection, YearMonth month) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setObject(1, month.atDay(1));
      statement.executeUpdate();
    }
  }

  private static List<ArchivedMonth> read(PreparedStatement statement) throws SQLException {
    List<ArchivedMonth> months = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        months.add(
            new ArchivedMonth(
                YearMonth.from(rows.getObject("month", LocalDate.class)),
                rows.getString("file"),
                rows.getLong("rows"),
                rows.getString("sha256"),
                rows.getObject("archived_at", OffsetDateTime.class).toInstant()));
      }
    }
    return months;
  }
}
