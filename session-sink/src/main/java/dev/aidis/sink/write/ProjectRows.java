package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the projects that activities name or create, dated by the first activity received. */
final class ProjectRows {
  private static final String INSERT_MISSING =
      """
      INSERT INTO projects (name, created_at, updated_at)
      SELECT u.name, u.created_at, u.created_at
      FROM unnest(?, ?) AS u (name, created_at)
      WHERE NOT EXISTS (SELECT FROM projects p WHERE p.name = u.name)
      ORDER BY u.name
      ON CONFLICT (name) DO NOTHING
      """;

  private static final String DATE_BACK =
      """
      UPDATE projects p SET created_at = u.created_at
      FROM unnest(?, ?) AS u (name, created_at)
      WHERE p.name = u.name AND p.created_at > u.created_at
      """;

  private ProjectRows() {}

  static void write(Connection connection, BatchPlan plan) throws SQLException {
    Map<String, Instant> firstReceived = new TreeMap<>();
    for (PlacedActivity placed : plan.activities()) {
      Activity activity = placed.activity();
      add(firstReceived, activity.project(), activity.receivedAt());
      if (activity.kind() == ActivityType.PROJECT_CREATED) {
        add(firstReceived, activity.title(), activity.receivedAt());
      }
    }
    for (Session session : plan.sessions()) {
      if (session.project() != null) {
        add(firstReceived, session.project().value(), session.touchedAt());
      }
    }
    if (!firstReceived.isEmpty()) {
      execute(connection, INSERT_MISSING, firstReceived);
      execute(connection, DATE_BACK, firstReceived);
    }
  }

  private static void add(
      Map<String, Instant> firstReceived, @Nullable String project, Instant receivedAt) {
    if (project != null && !project.isEmpty()) {
      firstReceived.merge(project, receivedAt, (old, other) -> other.isBefore(old) ? other : old);
    }
  }

  private static void execute(Connection connection, String sql, Map<String, Instant> firstReceived)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.bind(statement, firstReceived.entrySet())
          .texts(Map.Entry::getKey)
          .times(Map.Entry::getValue);
      statement.executeUpdate();
    }
  }
}
