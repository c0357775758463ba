package dev.aidis.standalone.failure;

import dev.aidis.domain.RandomStreams;
import dev.aidis.domain.SessionRules;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells the tracker, at a steady rate, what many owners did in the last {@value #DAYS} days:
 * stretches of activity with starts, ends, pauses and gaps around the limit; some of it out of
 * order, some of it much later, over and between what was told before, and some of it twice.
 */
final class RandomLoad implements AutoCloseable {
  private static final int OWNERS = 12;
  private static final int DAYS = 300;
  private static final double CUTS = 0.15;
  private static final Duration TICK = Duration.ofMillis(20);

  private final Telling producer;
  private final Random random;
  private final Instant end;
  private final List<Story> stories = new ArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  /** What one owner did in one workspace. */
  private static final class Story {
    final TrackerKey key;
    final Deque<Activity> next = new ArrayDeque<>();
    final Deque<Activity> heldBack = new ArrayDeque<>();
    final List<Activity> told = new ArrayList<>();
    Instant time;

    Story(TrackerKey key, Instant begin) {
      this.key = key;
      time = begin;
    }
  }

  /**
   * @param now everything told happened before
   */
  RandomLoad(Telling producer, long seed, Instant now) {
    this.producer = producer;
    random = new Random(seed);
    end = now.minus(Duration.ofHours(3));
    for (int owner = 1; owner <= OWNERS; owner++) {
      for (String workspace : List.of(TrackerKey.MAIN, "spare-time")) {
        stories.add(new Story(new TrackerKey("owner-" + owner, workspace), anyTime()));
      }
    }
  }

  /**
   * Begins to tell.
   *
   * @param perSecond activities, about
   */
  RandomLoad begin(int perSecond) {
    int each = (int) Math.max(1, perSecond * TICK.toMillis() / 1000);
    var _ = clock.scheduleAtFixedRate(() -> tell(each), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** Tells some more, at once. */
  void tell(int activities) {
    for (int i = 0; i < activities; i++) {
      producer.send(next(stories.get(random.nextInt(stories.size()))));
    }
  }

  /** Stops telling; what was told is in the log when this returns. */
  @Override
  public void close() {
    clock.close();
    producer.flush();
  }

  private Activity next(Story story) {
    if (story.next.isEmpty()) {
      story.next.addAll(stretch(story));
    }
    Activity activity =
        switch (random.nextInt(20)) {
          case 0 -> story.told.isEmpty() ? story.next.removeFirst() : again(story);
          case 1 -> story.heldBack.isEmpty() ? story.next.removeFirst() : late(story);
          case 2 -> heldBack(story);
          default -> story.next.removeFirst();
        };
    story.told.add(activity);
    return activity;
  }

  private Activity again(Story story) {
    return story.told.get(random.nextInt(story.told.size()));
  }

  private static Activity late(Story story) {
    return story.heldBack.removeFirst();
  }

  /** Keeps one for much later, and gives the one after it if there is one. */
  private static Activity heldBack(Story story) {
    Activity first = story.next.removeFirst();
    if (story.next.isEmpty()) {
      return first;
    }
    story.heldBack.add(first);
    return story.next.removeFirst();
  }

  private List<Activity> stretch(Story story) {
    List<Activity> stretch =
        new RandomStreams(random.nextLong(), SessionRules.DEFAULT, CUTS)
            .next(10 + random.nextInt(40));
    Instant first = stretch.getFirst().occurredAt();
    Duration length = Duration.between(first, stretch.getLast().occurredAt());
    Instant begin = random.nextInt(4) == 0 ? anyTime() : story.time.plus(upTo(Duration.ofHours(4)));
    if (begin.plus(length).isAfter(end)) {
      begin = anyTime();
    }
    story.time = begin.plus(length);
    Duration shift = Duration.between(first, begin);
    List<Activity> told = new ArrayList<>();
    for (Activity activity : stretch) {
      told.add(of(story.key, activity, activity.occurredAt().plus(shift)));
    }
    for (int i = 1; i < told.size(); i++) {
      if (random.nextInt(4) == 0) {
        Collections.swap(told, i, i - 1);
      }
    }
    return told;
  }

  private static Activity of(TrackerKey key, Activity activity, Instant occurredAt) {
    return activity.toBuilder()
        .owner(key.owner())
        .workspace(key.workspace())
        .occurredAt(occurredAt)
        .receivedAt(occurredAt)
        .build();
  }

  private Instant anyTime() {
    return end.minus(Duration.ofDays(20)).minus(upTo(Duration.ofDays(DAYS - 20)));
  }

  private Duration upTo(Duration most) {
    return Duration.ofMillis(random.nextLong(most.toMillis()));
  }
}
