package dev.aidis.domain.scenario;

import dev.aidis.domain.Change;
import dev.aidis.domain.ClockClamp;
import dev.aidis.domain.InMemoryHistory;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the stream processor does, in memory and without Kafka. */
final class PlainSessionTracker implements SessionTracker {
  private record Tracked(InMemoryHistory history, Set<UUID> seen) {}

  private final Sessionizer sessionizer = new Sessionizer(SessionRules.DEFAULT);
  private final Map<TrackerKey, Tracked> trackers = new HashMap<>();
  private final List<SessionUpdate> updates = new ArrayList<>();

  @Override
  public void append(Activity activity, Instant appendedAt) {
    Tracked tracked =
        trackers.computeIfAbsent(
            activity.trackerKey(), key -> new Tracked(new InMemoryHistory(), new HashSet<>()));
    if (!tracked.seen().add(activity.id())) {
      return;
    }
    Activity clamped = ClockClamp.DEFAULT.clamp(activity, appendedAt);
    Change change = sessionizer.accept(clamped, appendedAt, tracked.history());
    updates.add(change.toUpdate(clamped));
  }

  @Override
  public void clock(Instant now, Instant processedUpTo) {
    Instant until = processedUpTo.isBefore(now) ? processedUpTo : now;
    trackers.values().forEach(tracked -> timeOut(tracked.history(), until));
  }

  private void timeOut(InMemoryHistory history, Instant until) {
    for (Session session : history.sessions()) {
      Change change = sessionizer.timeOut(session, until, history);
      if (change != null) {
        updates.add(change.toUpdate());
      }
    }
  }

  @Override
  public List<SessionUpdate> updates() {
    List<SessionUpdate> published = List.copyOf(updates);
    updates.clear();
    return published;
  }

  @Override
  public void close() {}
}
