package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.SessionUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Seeded streams of several owners that arrive in any order, as the processor publishes them. */
public final class RandomUpdates {
  private static final int STREAMS = 25;

  private RandomUpdates() {}

  /** The updates of all, those of each tracker key in their order. */
  public static List<SessionUpdate> of(long seed) {
    return interleaved(trackers(seed), seed);
  }

  static List<Tracker> trackers(long seed) {
    Random random = new Random(seed);
    List<Tracker> trackers = new ArrayList<>();
    for (int number = 0; number < STREAMS; number++) {
      String owner = "owner-" + number;
      Tracker tracker = new Tracker(owner);
      List<Activity> stream = new RandomActivities(random, owner).next(5 + random.nextInt(40));
      Collections.shuffle(stream, random);
      stream.forEach(tracker::did);
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
