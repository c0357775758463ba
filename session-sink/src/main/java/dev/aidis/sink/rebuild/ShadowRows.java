package dev.aidis.sink.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What is asked of the new tables. */
final class ShadowRows {
  private static final String OVERDUE =
      """
      SELECT count(*) FROM aidis_rebuild.sessions
      WHERE status IN ('active', 'paused') AND last_activity_at < ?
      """;

  private static final String MONTHS =
      """
      SELECT DISTINCT date_trunc('month', occurred_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
      FROM aidis_rebuild.session_activities
      """;

  private ShadowRows() {}

  /** Sessions that are open though their last activity is older than that. */
  static long overdue(DataSource database, Instant before) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(OVERDUE)) {
      statement.setTimestamp(1, Timestamp.from(before));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The beginning of each month, in UTC, that has activities. */
  static List<Instant> months(DataSource database) throws SQLException {
    List<Instant> months = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(MONTHS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        months.add(rows.getTimestamp(1).toInstant());
      }
    }
    return months;
  }
}
