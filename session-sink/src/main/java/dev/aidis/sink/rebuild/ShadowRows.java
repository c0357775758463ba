package dev.aidis.sink.rebuild;

import dev.aidis.schemas.Activity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

  private static final String AMONG =
      """
      SELECT a.uuid FROM unnest(?, ?) AS u (uuid, occurred_at)
      JOIN aidis_rebuild.session_activities a ON a.occurred_at = u.occurred_at AND a.uuid = u.uuid
      WHERE a.occurred_at BETWEEN ?::timestamptz AND ?::timestamptz
      """;

  private ShadowRows() {}

  /** The ids of those of the activities that are there. */
  static Set<UUID> among(DataSource database, List<Activity> activities) throws SQLException {
    Set<UUID> found = new HashSet<>();
    if (activities.isEmpty()) {
      return found;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(AMONG)) {
      List<Instant> times = activities.stream().map(Activity::occurredAt).toList();
      statement.setArray(
          1, connection.createArrayOf("uuid", activities.stream().map(Activity::id).toArray()));
      // As ISO 8601 in UTC, which Postgres reads in the same way whatever its time zone is.
      statement.setArray(2, connection.createArrayOf("timestamptz", times.toArray()));
      statement.setString(3, Collections.min(times).toString());
      statement.setString(4, Collections.max(times).toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }

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
