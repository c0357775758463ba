package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes each activity once, and advances the files of its session by those that were not there
 * yet.
 */
final class ActivityRows {
  /** Looks up row by row, see {@link NumberingOrder}. */
  private static final String KNOWN =
      """
      SELECT u.place
      FROM unnest(?, ?) WITH ORDINALITY AS u (uuid, occurred_at, place)
      JOIN session_activities a ON a.occurred_at = u.occurred_at AND a.uuid = u.uuid
      """;

  private static final String COPY =
      """
      COPY session_activities (
        uuid, session_id, activity_type, activity_description, task_id, context_id, decision_id,
        file_path, ai_interaction, occurred_at, received_at, claimed_at, tie_rank,
        owner, workspace, machine, client, client_session, project, repo, branch, head,
        ai_model, ai_provider, lines_added, lines_removed, title, body, task_status, tags, attributes)
      FROM STDIN (FORMAT binary)
      """;

  /**
   * The primary key's, but for the ids of one millisecond: what follows each other then lies in the
   * same page of its index.
   */
  private static final Comparator<PlacedActivity> ORDER =
      Comparator.<PlacedActivity, Instant>comparing(placed -> placed.activity().occurredAt())
          .thenComparing(placed -> placed.activity().id());

  private static final String UNIQUE_VIOLATION = "23505";

  private static final Set<ActivityType> WITH_NOTES =
      Set.of(ActivityType.NOTE_ADDED, ActivityType.SESSION_ENDED);

  private ActivityRows() {}

  /**
   * The newly written activities, and what they ask for.
   *
   * @param withNewFiles sessions in which a file was modified for the first time
   * @param withNewNotes sessions that got a note
   */
  record Fresh(List<PlacedActivity> activities, Set<UUID> withNewFiles, Set<UUID> withNewNotes) {
    static final Fresh NOTHING = new Fresh(List.of(), Set.of(), Set.of());
  }

  /** No two activities with the same id may be written at the same time by different writers. */
  static Fresh write(Connection connection, BatchPlan plan) throws SQLException {
    List<PlacedActivity> activities = new ArrayList<>(eachOnce(plan.activities()));
    if (activities.isEmpty()) {
      return Fresh.NOTHING;
    }
    activities.sort(ORDER);
    Numbers numbers = new Numbers(connection, plan);
    List<PlacedActivity> fresh = copyNew(connection, activities, numbers);
    if (fresh.isEmpty()) {
      return Fresh.NOTHING;
    }
    return new Fresh(fresh, FileRows.write(connection, fresh, numbers.sessions()), noted(fresh));
  }

  /**
   * Copies those that are not there yet, and returns them. None is there but after a repetition: it
   * is looked up only when Postgres says so.
   */
  private static List<PlacedActivity> copyNew(
      Connection connection, List<PlacedActivity> activities, Numbers numbers) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      rows(numbers).insert(connection, COPY, activities);
      connection.releaseSavepoint(before);
      return activities;
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      connection.rollback(before);
    }
    Set<Integer> known = new HashSet<>();
    NumberingOrder.keep(connection, () -> known.addAll(placesOfKnown(connection, activities)));
    List<PlacedActivity> fresh = without(known, activities);
    if (!fresh.isEmpty()) {
      rows(numbers).insert(connection, COPY, fresh);
    }
    return fresh;
  }

  private record Identity(UUID id, long occurredAtMs) {
    static Identity of(Activity activity) {
      return new Identity(activity.id(), activity.occurredAt().toEpochMilli());
    }
  }

  private static Collection<PlacedActivity> eachOnce(List<PlacedActivity> activities) {
    Map<Identity, PlacedActivity> once = new LinkedHashMap<>();
    activities.forEach(placed -> once.putIfAbsent(Identity.of(placed.activity()), placed));
    return once.values();
  }

  private static Set<Integer> placesOfKnown(Connection connection, List<PlacedActivity> activities)
      throws SQLException {
    Set<Integer> places = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      Columns.bind(statement, activities)
          .uuids(placed -> placed.activity().id())
          .times(placed -> placed.activity().occurredAt());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          places.add(rows.getInt("place") - 1);
        }
      }
    }
    return places;
  }

  private static List<PlacedActivity> without(
      Set<Integer> places, List<PlacedActivity> activities) {
    List<PlacedActivity> others = new ArrayList<>();
    for (int place = 0; place < activities.size(); place++) {
      if (!places.contains(place)) {
        others.add(activities.get(place));
      }
    }
    return others;
  }

  private static CopyRows<PlacedActivity> rows(Numbers numbers) {
    return new CopyRows<PlacedActivity>()
        .uuid(placed -> placed.activity().id())
        .bigint(numbers::session)
        .text(placed -> placed.activity().type())
        .text(placed -> placed.activity().description())
        .integer(numbers::task)
        .integer(numbers::context)
        .integer(numbers::decision)
        .text(placed -> placed.activity().filePath())
        .flag(placed -> placed.activity().aiInvolved())
        .time(placed -> placed.activity().occurredAt())
        .time(placed -> placed.activity().receivedAt())
        .time(placed -> placed.activity().claimedAt())
        .smallint(placed -> placed.activity().position().rank())
        .text(placed -> placed.activity().owner())
        .text(placed -> placed.activity().workspace())
        .text(placed -> placed.activity().machine())
        .text(placed -> placed.activity().client())
        .text(placed -> placed.activity().clientSession())
        .text(placed -> placed.activity().project())
        .text(placed -> placed.activity().repo())
        .text(placed -> placed.activity().branch())
        .text(placed -> placed.activity().head())
        .text(placed -> placed.activity().aiModel())
        .text(placed -> placed.activity().aiProvider())
        .integer(placed -> placed.activity().linesAdded())
        .integer(placed -> placed.activity().linesRemoved())
        .text(placed -> placed.activity().title())
        .text(placed -> placed.activity().body())
        .text(placed -> placed.activity().taskStatus())
        .texts(placed -> placed.activity().tags())
        .json(placed -> Json.of(placed.activity().attributes()));
  }

  private static Set<UUID> noted(List<PlacedActivity> fresh) {
    return fresh.stream()
        .filter(placed -> placed.activity().body() != null)
        .filter(placed -> WITH_NOTES.contains(placed.activity().kind()))
        .map(PlacedActivity::sessionId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
