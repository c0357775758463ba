package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The activities of a batch whose sessions are told in a later one, see {@link SessionUpdate}: till
 * then these reach further than is known of them. A batch must have each update once. Not
 * thread-safe.
 */
final class UntoldActivities {
  private final Map<UUID, Reach> reaches = new HashMap<>();

  /**
   * How far the untold activities of a session reach.
   *
   * @param activities their ids
   */
  record Reach(Position first, Position last, Set<UUID> activities) {
    private Reach with(Activity activity) {
      Position position = activity.position();
      activities.add(activity.id());
      return new Reach(
          position.isBefore(first) ? position : first,
          position.isAfter(last) ? position : last,
          activities);
    }
  }

  /** Takes the next update of the batch. */
  void follow(SessionUpdate update) {
    update.changed().forEach(session -> reaches.remove(session.id()));
    update.absorbed().forEach(reaches::remove);
    Activity activity = update.activity();
    UUID session = update.sessionId();
    if (activity != null && session != null && update.changed().isEmpty()) {
      Position position = activity.position();
      reaches.compute(
          session,
          (id, reach) ->
              (reach == null ? new Reach(position, position, new HashSet<>()) : reach)
                  .with(activity));
    }
  }

  /** Where the session begins, with these activities. */
  Position firstOf(Session session) {
    Reach reach = reaches.get(session.id());
    return reach == null || session.first().isBefore(reach.first())
        ? session.first()
        : reach.first();
  }

  /** Where the session ends, with these activities. */
  Position lastOf(Session session) {
    Reach reach = reaches.get(session.id());
    return reach == null || session.last().isAfter(reach.last()) ? session.last() : reach.last();
  }

  /** By session. */
  Map<UUID, Reach> reaches() {
    return reaches;
  }
}
