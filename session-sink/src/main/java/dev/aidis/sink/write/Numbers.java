package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of rows that activities refer to by id. Looked up once for a batch: joined to the
 * batch the planner would read the whole table.
 */
record Numbers(
    Map<UUID, Long> sessions,
    Map<UUID, Long> tasks,
    Map<UUID, Long> context,
    Map<UUID, Long> decisions) {

  private static final String SESSIONS =
      """
      SELECT uuid, id FROM sessions WHERE uuid = ANY (?)
      """;

  private static final String TASKS =
      """
      SELECT uuid, id FROM tasks WHERE uuid = ANY (?)
      """;

  private static final String CONTEXT =
      """
      SELECT uuid, id FROM context WHERE uuid = ANY (?)
      """;

  private static final String DECISIONS =
      """
      SELECT uuid, id FROM decisions WHERE uuid = ANY (?)
      """;

  static Numbers of(Connection connection, BatchPlan plan) throws SQLException {
    return new Numbers(
        find(connection, SESSIONS, ids(plan, PlacedActivity::sessionId)),
        find(connection, TASKS, ids(plan, placed -> ToldTask.idOf(placed.activity()))),
        find(connection, CONTEXT, ids(plan, placed -> ToldItem.contextIdOf(placed.activity()))),
        find(connection, DECISIONS, ids(plan, placed -> ToldItem.decisionIdOf(placed.activity()))));
  }

  private static Set<UUID> ids(BatchPlan plan, Function<PlacedActivity, @Nullable UUID> idOf) {
    Set<UUID> ids = new HashSet<>();
    for (PlacedActivity placed : plan.activities()) {
      UUID id = idOf.apply(placed);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static Map<UUID, Long> find(Connection connection, String sql, Set<UUID> ids)
      throws SQLException {
    if (ids.isEmpty()) {
      return new HashMap<>();
    }
    Map<UUID, Long> numbers = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.bindUuids(statement, 1, ids);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          numbers.put(rows.getObject("uuid", UUID.class), rows.getLong("id"));
        }
      }
    }
    return numbers;
  }
}
