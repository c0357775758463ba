package dev.aidis.standalone.failure;

import static org.awaitility.Awaitility.await;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One owner for each partition who does something every {@link #EVERY}, at the time it is. Their
 * sessions never end, and they tell how long a partition stood still.
 */
final class SteadyOwners implements AutoCloseable {
  static final Duration EVERY = Duration.ofMillis(100);

  /** What their names begin with. */
  static final String NAME = "steady-";

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Telling producer;
  private final Clock clock;
  private final Random random;
  private final List<TrackerKey> owners = new ArrayList<>();
  private final Map<UUID, Sent> sent = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /** One activity on its way. */
  private record Sent(int partition, Instant at) {}

  SteadyOwners(Telling producer, long seed, Clock clock) {
    this.producer = producer;
    this.clock = clock;
    random = new Random(seed);
    for (int partition = 0; partition < Cluster.PARTITIONS; partition++) {
      owners.add(ownerIn(partition, NAME));
    }
    var _ = timer.scheduleAtFixedRate(this::tell, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An owner whose activities the log keeps in that partition. */
  static TrackerKey ownerIn(int partition, String name) {
    for (int number = 1; ; number++) {
      TrackerKey key = new TrackerKey(name + number, TrackerKey.MAIN);
      if (ActivityProducer.partitionOf(key.toString()) == partition) {
        return key;
      }
    }
  }

  List<TrackerKey> owners() {
    return List.copyOf(owners);
  }

  /**
   * How long after that moment each partition first showed an activity that was told after it; a
   * partition that has not yet is missing.
   */
  private Map<Integer, Duration> firstShownAfter(Instant moment, UpdatesTopic updates) {
    Map<Integer, Duration> first = new ConcurrentHashMap<>();
    sent.forEach(
        (id, one) -> {
          Instant shownAt = updates.shownAt(id);
          if (one.at.isAfter(moment) && shownAt != null) {
            first.merge(
                one.partition,
                Duration.between(moment, shownAt),
                (a, b) -> a.compareTo(b) < 0 ? a : b);
          }
        });
    return first;
  }

  /**
   * Waits until each partition shows something told after that moment.
   *
   * @return how long after it the last one did
   */
  Duration awaitFlow(Instant moment, UpdatesTopic updates) {
    await("all partitions to flow")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast(updates::assertLawful)
        .until(() -> firstShownAfter(moment, updates).size() == Cluster.PARTITIONS);
    return firstShownAfter(moment, updates).values().stream()
        .max(Duration::compareTo)
        .orElseThrow();
  }

  /** Stops; what was told is in the log when this returns. */
  @Override
  public void close() {
    timer.close();
    producer.flush();
  }

  private void tell() {
    for (int partition = 0; partition < owners.size(); partition++) {
      Instant now = clock.instant();
      Activity activity =
          Activity.builder(
                  new UUID(random.nextLong(), random.nextLong()), ActivityType.PROMPT_SUBMITTED)
              .occurredAt(now)
              .owner(owners.get(partition).owner())
              .machine("desk")
              .build();
      sent.put(activity.id(), new Sent(partition, now));
      producer.send(activity);
    }
  }
}
