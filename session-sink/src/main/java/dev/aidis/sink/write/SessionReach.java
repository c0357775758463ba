package dev.aidis.sink.write;

import dev.aidis.sink.write.UntoldActivities.Reach;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lets sessions reach over activities that were written before their sessions are told with them:
 * what is assigned by range would take these away from their sessions else, and nothing would give
 * them back.
 */
final class SessionReach {
  private static final String WIDEN =
      """
      UPDATE sessions s SET
        started_at = least(s.started_at, u.first_at),
        first_position = least(s.first_position, u.first),
        last_activity_at = greatest(s.last_activity_at, u.last_at),
        last_position = greatest(s.last_position, u.last)
      FROM (
        SELECT uuid, first_at, last_at,
          ROW (first_at, first_rank::smallint, first_activity)::activity_position AS first,
          ROW (last_at, last_rank::smallint, last_activity)::activity_position AS last
        FROM unnest(?, ?, ?, ?, ?, ?, ?) AS t (
          uuid, first_at, first_rank, first_activity, last_at, last_rank, last_activity)) u
      WHERE s.uuid = u.uuid AND (u.first < s.first_position OR u.last > s.last_position)
      """;

  private SessionReach() {}

  /**
   * @param fresh the activities that were not there before: a session has been told with one that
   *     was, or reaches over it already (but for a moment after a rebuild, which has them first)
   */
  static void widen(Connection connection, UntoldActivities untold, List<PlacedActivity> fresh)
      throws SQLException {
    if (untold.reaches().isEmpty() || fresh.isEmpty()) {
      return;
    }
    Set<UUID> written = new HashSet<>();
    fresh.forEach(placed -> written.add(placed.activity().id()));
    List<Map.Entry<UUID, Reach>> reaching =
        untold.reaches().entrySet().stream()
            .filter(entry -> entry.getValue().activities().stream().anyMatch(written::contains))
            .sorted(Map.Entry.comparingByKey())
            .toList();
    if (reaching.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(WIDEN)) {
      Columns.bind(statement, reaching)
          .uuids(Map.Entry::getKey)
          .times(entry -> entry.getValue().first().occurredAt())
          .counts(entry -> entry.getValue().first().rank())
          .uuids(entry -> entry.getValue().first().activityId())
          .times(entry -> entry.getValue().last().occurredAt())
          .counts(entry -> entry.getValue().last().rank())
          .uuids(entry -> entry.getValue().last().activityId());
      statement.executeUpdate();
    }
  }
}
