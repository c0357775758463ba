package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.SessionUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Seeded streams of several owners, half of which arrive in any order, as the processor publishes
 * them. Open sessions time out now and then.
 */
public final class RandomUpdates {
  private static final int STREAMS = 25;

  private RandomUpdates() {}

  /** The updates of all, those of each tracker key in their order. */
  public static List<SessionUpdate> of(long seed) {
    return interleaved(trackers(seed), seed);
  }

  /**
   * The same as a processor publishes them that tells a session with some of its updates only, see
   * {@link SessionUpdate}.
   */
  public static List<SessionUpdate> withSessionsToldLater(List<SessionUpdate> updates, long seed) {
    Random random = new Random(seed);
    Set<UUID> told = new HashSet<>();
    List<SessionUpdate> sparse = new ArrayList<>();
    for (int place = 0; place < updates.size(); place++) {
      SessionUpdate update = updates.get(place);
      boolean tellsLater =
          isToldBefore(update, told)
              && isToldByNext(update, updates.subList(place + 1, updates.size()))
              && random.nextInt(4) > 0;
      sparse.add(tellsLater ? withoutSession(update) : update);
      update.changed().forEach(session -> told.add(session.id()));
    }
    return sparse;
  }

  private static boolean isToldBefore(SessionUpdate update, Set<UUID> told) {
    return update.activity() != null
        && !update.activity().kind().isAboutItsSession()
        && !update.resegmented()
        && update.absorbed().isEmpty()
        && update.changed().size() == 1
        && told.contains(update.changed().getFirst().id());
  }

  private static boolean isToldByNext(SessionUpdate update, List<SessionUpdate> later) {
    return later.stream()
        .filter(next -> next.trackerKey().equals(update.trackerKey()))
        .findFirst()
        .map(next -> next.changed().stream().anyMatch(s -> s.id().equals(update.sessionId())))
        .orElse(false);
  }

  static SessionUpdate withoutSession(SessionUpdate update) {
    return new SessionUpdate(
        update.trackerKey(), update.activity(), update.sessionId(), List.of(), List.of(), false);
  }

  static List<Tracker> trackers(long seed) {
    Random random = new Random(seed);
    List<Tracker> trackers = new ArrayList<>();
    for (int number = 0; number < STREAMS; number++) {
      String owner = "owner-" + number;
      Tracker tracker = new Tracker(owner);
      List<Activity> stream = new RandomActivities(random, owner).next(5 + random.nextInt(40));
      if (number % 2 == 0) {
        Collections.shuffle(stream, random);
      }
      for (Activity activity : stream) {
        tracker.did(activity);
        if (random.nextInt(6) == 0) {
          tracker.timesOut();
        }
      }
      trackers.add(tracker);
    }
    return trackers;
  }

  /** Those of each tracker in their order. */
  static List<SessionUpdate> interleaved(List<Tracker> trackers, long seed) {
    Random random = new Random(seed);
    List<Iterator<SessionUpdate>> waiting = new ArrayList<>();
    trackers.forEach(tracker -> waiting.add(tracker.updates().iterator()));
    List<SessionUpdate> updates = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int next = random.nextInt(Math.min(5, waiting.size()));
      if (waiting.get(next).hasNext()) {
        updates.add(waiting.get(next).next());
      } else {
        waiting.remove(next);
      }
    }
    return updates;
  }
}
