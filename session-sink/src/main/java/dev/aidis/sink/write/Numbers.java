package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
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
 * The numbers of rows that activities refer to by id, their owner's alone. Looked up once for a
 * batch: joined to the batch the planner would read the whole table.
 */
final class Numbers {
  private static final String SESSIONS =
      """
      SELECT uuid, id FROM sessions WHERE uuid = ANY (?)
      """;

  private static final String TASKS =
      """
      SELECT uuid, owner, id FROM tasks WHERE uuid = ANY (?)
      """;

  private static final String CONTEXT =
      """
      SELECT uuid, owner, id FROM context WHERE uuid = ANY (?)
      """;

  private static final String DECISIONS =
      """
      SELECT uuid, owner, id FROM decisions WHERE uuid = ANY (?)
      """;

  private final Map<UUID, Long> sessions;
  private final Map<OwnedId, Long> tasks;
  private final Map<OwnedId, Long> context;
  private final Map<OwnedId, Long> decisions;

  Numbers(Connection connection, BatchPlan plan) throws SQLException {
    sessions =
        find(
            connection,
            SESSIONS,
            ids(plan, PlacedActivity::sessionId),
            row -> row.getObject("uuid", UUID.class));
    tasks = owned(connection, TASKS, plan, ToldTask::idOf);
    context = owned(connection, CONTEXT, plan, ToldItem::contextIdOf);
    decisions = owned(connection, DECISIONS, plan, ToldItem::decisionIdOf);
  }

  /** By id. */
  Map<UUID, Long> sessions() {
    return sessions;
  }

  @Nullable Long session(PlacedActivity placed) {
    UUID id = placed.sessionId();
    return id == null ? null : sessions.get(id);
  }

  @Nullable Long task(PlacedActivity placed) {
    return find(tasks, placed.activity(), ToldTask::idOf);
  }

  @Nullable Long context(PlacedActivity placed) {
    return find(context, placed.activity(), ToldItem::contextIdOf);
  }

  @Nullable Long decision(PlacedActivity placed) {
    return find(decisions, placed.activity(), ToldItem::decisionIdOf);
  }

  private static @Nullable Long find(
      Map<OwnedId, Long> numbers, Activity activity, Function<Activity, @Nullable UUID> idOf) {
    OwnedId name = OwnedId.of(activity, idOf.apply(activity));
    return name == null ? null : numbers.get(name);
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

  private static Map<OwnedId, Long> owned(
      Connection connection, String sql, BatchPlan plan, Function<Activity, @Nullable UUID> idOf)
      throws SQLException {
    return find(
        connection,
        sql,
        ids(plan, placed -> idOf.apply(placed.activity())),
        row -> new OwnedId(row.getString("owner"), row.getObject("uuid", UUID.class)));
  }

  @FunctionalInterface
  private interface Name<K> {
    K of(ResultSet row) throws SQLException;
  }

  private static <K> Map<K, Long> find(
      Connection connection, String sql, Set<UUID> ids, Name<K> name) throws SQLException {
    Map<K, Long> numbers = new HashMap<>();
    if (ids.isEmpty()) {
      return numbers;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.bindUuids(statement, 1, ids);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          numbers.put(name.of(rows), rows.getLong("id"));
        }
      }
    }
    return numbers;
  }
}
