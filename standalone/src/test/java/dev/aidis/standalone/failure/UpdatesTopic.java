package dev.aidis.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.ReaderOfUpdates;
import dev.aidis.schemas.DeadLetter.Source;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.TrackerKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code aidis.session-updates} from its start, as a reader of what is committed sees it,
 * and checks each record: no activity comes twice, revisions grow, what is absorbed was there.
 */
final class UpdatesTopic implements AutoCloseable {
  /** A session that was timed out, and when the broker got the record that says so. */
  record Timeout(Session session, Instant publishedAt, Instant shownAt) {}

  private final Clock clock;
  private final Map<UUID, Instant> shownAt = new ConcurrentHashMap<>();
  private final List<Timeout> timeouts = new CopyOnWriteArrayList<>();
  private final Set<Source> unreadable = ConcurrentHashMap.newKeySet();
  private final Map<TrackerKey, ReaderOfUpdates> readers = new HashMap<>();
  private final Thread thread;
  private volatile @Nullable Throwable broken;
  private volatile boolean allTold = true;
  private volatile boolean closing;

  UpdatesTopic(String bootstrapServers, Clock clock) {
    this.clock = clock;
    thread = new Thread(() -> follow(bootstrapServers), "updates");
    thread.start();
  }

  /** When the update of an activity was there to be read; absent if it is not yet. */
  @Nullable Instant shownAt(UUID activity) {
    return shownAt.get(activity);
  }

  /** The activities that have an update, each exactly one. */
  Set<UUID> activities() {
    return shownAt.keySet();
  }

  List<Timeout> timeouts() {
    return timeouts;
  }

  /** Where records lie that are no updates. */
  Set<Source> unreadable() {
    return unreadable;
  }

  /** Whether each session is told with all its activities, as it is after each transaction. */
  boolean isAllTold() {
    return allTold;
  }

  /** Fails if a record broke a law so far. */
  void assertLawful() {
    assertThat(broken).as("what was wrong in " + Topics.SESSION_UPDATES).isNull();
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(String bootstrapServers) {
    try (TopicReader topic = new TopicReader(bootstrapServers, Topics.SESSION_UPDATES)) {
      while (!closing) {
        topic.readSome(this::takeTellingWhere);
        allTold = readers.values().stream().allMatch(ReaderOfUpdates::isAllTold);
      }
    } catch (RuntimeException | AssertionError e) {
      broken = e;
    }
  }

  private void takeTellingWhere(ConsumerRecord<byte[], byte[]> consumed) {
    try {
      take(consumed);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "%s, written at %s: %s"
              .formatted(
                  Decoded.sourceOf(consumed),
                  Instant.ofEpochMilli(consumed.timestamp()),
                  Decoded.update(consumed)),
          e);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> consumed) {
    Instant now = clock.instant();
    SessionUpdate update = Decoded.update(consumed);
    allTold = false; // until all that was read is
    if (update == null) {
      unreadable.add(Decoded.sourceOf(consumed));
      return;
    }
    if (update.activity() == null) {
      Instant publishedAt = Instant.ofEpochMilli(consumed.timestamp());
      update.changed().forEach(session -> timeouts.add(new Timeout(session, publishedAt, now)));
    } else {
      assertThat(shownAt.put(update.activity().id(), now))
          .as("earlier update of activity %s", update.activity().id())
          .isNull();
    }
    readers.computeIfAbsent(update.trackerKey(), key -> new ReaderOfUpdates()).read(update);
  }
}
