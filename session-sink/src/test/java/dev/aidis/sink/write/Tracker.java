package dev.aidis.sink.write;

import dev.aidis.domain.Change;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One tracker key as the processor sees it: takes activities in, keeps the updates it would
 * publish.
 */
public final class Tracker {
  static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

  private final Sessionizer sessionizer = new Sessionizer(SessionRules.DEFAULT);
  private final InMemoryHistory history = new InMemoryHistory();
  private final List<SessionUpdate> updates = new ArrayList<>();
  private final TrackerKey key;
  private Instant appendedAt = Instant.parse("2026-11-22T12:00:00Z");

  public Tracker(String owner) {
    key = new TrackerKey(owner, TrackerKey.MAIN);
  }

  /** An activity at a time of {@link #DAY}, such as 09:30, with an id made of the number. */
  public ActivityBuilder activity(int number, ActivityType type, String time) {
    return Activity.builder(id(number), type)
        .occurredAt(Instant.parse("2026-03-02T" + time + ":00Z"))
        .receivedAt(Instant.parse("2026-11-22T11:00:00Z"))
        .owner(key.owner())
        .workspace(key.workspace())
        .machine("laptop")
        .project("aidis");
  }

  public static UUID id(int number) {
    return new UUID(0, number);
  }

  public Tracker did(int number, ActivityType type, String time) {
    return did(activity(number, type, time));
  }

  public Tracker did(ActivityBuilder activity) {
    return did(activity.build());
  }

  public Tracker did(Activity activity) {
    appendedAt = appendedAt.plusMillis(1);
    updates.add(sessionizer.accept(activity, appendedAt, history).toUpdate(activity));
    return this;
  }

  /** Times out all open sessions: of these days every gap has long gone by. */
  void timesOut() {
    for (Session session : history.sessions()) {
      Change change = sessionizer.timeOut(session, appendedAt, history);
      if (change != null) {
        updates.add(change.toUpdate());
      }
    }
  }

  /** All updates so far. */
  public List<SessionUpdate> updates() {
    return List.copyOf(updates);
  }

  /** The sessions as they now stand, in time order. */
  List<Session> sessions() {
    return history.sessions();
  }

  /** Ids of the session's activities, in order. */
  List<UUID> activitiesOf(Session session) {
    List<UUID> ids = new ArrayList<>();
    history.forEachActivity(session.first(), session.last(), activity -> ids.add(activity.id()));
    return ids;
  }
}
