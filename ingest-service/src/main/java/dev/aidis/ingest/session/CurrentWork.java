package dev.aidis.ingest.session;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The project each tracker key was last switched to, what happened last and whether that was a
 * session's end, as far as this process was told. Thread-safe; remembers the most recently used
 * keys only.
 */
public final class CurrentWork {
  private static final int MAX_KEYS = 10_000;

  private final Map<TrackerKey, Told> toldByKey = new Recent<>(MAX_KEYS);
  private final Map<TrackerKey, Told> switchedByKey = new Recent<>(MAX_KEYS);
  private final Map<TrackerKey, Instant> endedByKey = new Recent<>(MAX_KEYS);
  private final Map<TrackerKey, Activity> lastByKey = new Recent<>(MAX_KEYS);
  private final Map<ClientSession, Seen> seenBySession = new Recent<>(MAX_KEYS);

  private record ClientSession(String owner, String session) {}

  /** Where a client's own session was seen last, and when. */
  public record Seen(
      TrackerKey trackerKey,
      String machine,
      @Nullable String project,
      @Nullable String repo,
      Instant at) {}

  /** A project, and when it was told. */
  public record Told(String project, Instant at) {}

  /** Takes notice of an activity that was published, whatever its type. */
  public synchronized void note(Activity activity) {
    noteEnd(activity);
    noteLast(activity);
    see(activity);
    String project = activity.project();
    if (project == null) {
      return;
    }
    Told told = new Told(project, activity.occurredAt());
    if (activity.kind() == ActivityType.PROJECT_SWITCHED) {
      keep(switchedByKey, activity.trackerKey(), told);
      keep(toldByKey, activity.trackerKey(), told);
    } else if (activity.kind() == ActivityType.SESSION_STARTED) {
      keep(toldByKey, activity.trackerKey(), told);
    }
  }

  /** The same for many at once, which others wait for once instead of with each. */
  public synchronized void noteAll(List<Activity> activities) {
    activities.forEach(this::note);
  }

  /** By a start or a switch. */
  public synchronized Optional<Told> told(TrackerKey key) {
    return Optional.ofNullable(toldByKey.get(key));
  }

  /** By a switch: a person or an assistant named it, while a start may have guessed it. */
  public synchronized Optional<Told> switched(TrackerKey key) {
    return Optional.ofNullable(switchedByKey.get(key));
  }

  /** Whether at that time the last that had been told was the end of a session. */
  public synchronized boolean isEnded(TrackerKey key, Instant at) {
    Instant end = endedByKey.get(key);
    return end != null && !at.isBefore(end);
  }

  /** When the session ended, if that was told last. */
  public synchronized Optional<Instant> endedAt(TrackerKey key) {
    return Optional.ofNullable(endedByKey.get(key));
  }

  /** The last of what happened, without its texts; absent if that was the end of a session. */
  public synchronized Optional<Activity> last(TrackerKey key) {
    return endedByKey.containsKey(key) ? Optional.empty() : Optional.ofNullable(lastByKey.get(key));
  }

  private void noteLast(Activity activity) {
    Activity last = lastByKey.get(activity.trackerKey());
    if (last == null || !activity.occurredAt().isBefore(last.occurredAt())) {
      lastByKey.put(
          activity.trackerKey(),
          Activity.builder(activity.id(), activity.type())
              .occurredAt(activity.occurredAt())
              .owner(activity.owner())
              .workspace(activity.workspace())
              .machine(activity.machine())
              .build());
    }
  }

  private void noteEnd(Activity activity) {
    TrackerKey key = activity.trackerKey();
    Instant end = endedByKey.get(key);
    if (end != null && activity.occurredAt().isBefore(end)) {
      return;
    }
    if (activity.kind() == ActivityType.SESSION_ENDED) {
      endedByKey.put(key, activity.occurredAt());
    } else {
      endedByKey.remove(key);
    }
  }

  private void see(Activity activity) {
    String session = activity.clientSession();
    if (session != null) {
      ClientSession key = new ClientSession(activity.owner(), session);
      Seen before = seenBySession.get(key);
      if (before == null || !activity.occurredAt().isBefore(before.at())) {
        seenBySession.put(
            key,
            new Seen(
                activity.trackerKey(),
                activity.machine(),
                activity.project(),
                activity.repo(),
                activity.occurredAt()));
      }
    }
  }

  /** Of that owner, by the client's own session id. */
  public synchronized Optional<Seen> seen(String owner, String clientSession) {
    return Optional.ofNullable(seenBySession.get(new ClientSession(owner, clientSession)));
  }

  private static void keep(Map<TrackerKey, Told> byKey, TrackerKey key, Told news) {
    byKey.merge(key, news, (known, told) -> told.at().isBefore(known.at()) ? known : told);
  }
}
