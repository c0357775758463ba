package dev.aidis.sink.rebuild;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.MalformedRecordException;
import dev.aidis.schemas.serde.WireCodecs;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The live updates that no sink may have written yet. Those whose activities the new tables contain
 * are of the past once the tables are changed over; they must then find what such a batch finds
 * that comes again: sessions of their own revision or a later one. Else they would write sessions
 * as they once were, and cut others by that.
 *
 * <p>For one thread. Belongs to no group.
 */
final class WaitingUpdates implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Enough for what has arrived. */
  private static final Duration BRIEFLY = Duration.ofMillis(5);

  private static final int MOST_POLLS = 100;

  private final Consumer<byte[], byte[]> consumer;
  private final Map<UUID, Told> told = new HashMap<>();

  /**
   * What a replay cannot know of a session.
   *
   * @param revision that live updates have told last
   * @param amended as told with it
   */
  record Told(long revision, boolean amended) {
    private static Told of(Session session) {
      return new Told(session.revision(), session.amended());
    }

    private Told orLater(Told other) {
      return other.revision > revision ? other : this;
    }
  }

  /** Which of some activities the new tables contain. */
  @FunctionalInterface
  interface Contents {
    /** Returns the ids of those that are there. */
    Set<UUID> among(List<Activity> activities) throws SQLException;
  }

  /**
   * @param partitions of the live updates
   * @param written up to where sinks have written them; from the beginning where that is not known
   */
  WaitingUpdates(
      Consumer<byte[], byte[]> consumer,
      Set<TopicPartition> partitions,
      Map<TopicPartition, Long> written) {
    this.consumer = consumer;
    consumer.assign(partitions);
    partitions.forEach(
        partition -> {
          Long from = written.get(partition);
          if (from == null) {
            consumer.seekToBeginning(Set.of(partition));
          } else {
            consumer.seek(partition, from);
          }
        });
  }

  /**
   * Reads some of what is there, before the replay has reached the end of the log: so the new
   * tables will contain it.
   */
  void read() {
    for (int polls = 0; polls < MOST_POLLS; polls++) {
      List<SessionUpdate> updates = decoded(consumer.poll(BRIEFLY));
      if (updates.isEmpty()) {
        return;
      }
      updates.forEach(this::note);
    }
  }

  /** Reads on for a moment, when nothing is written to the new tables any more. */
  void readOn(Contents contents) throws SQLException {
    List<SessionUpdate> updates = decoded(consumer.poll(POLL));
    Set<UUID> contained =
        contents.among(
            updates.stream().map(SessionUpdate::activity).filter(Objects::nonNull).toList());
    for (SessionUpdate update : updates) {
      Activity activity = update.activity();
      if (activity != null && contained.contains(activity.id())) {
        note(update);
      }
    }
  }

  /** Offsets before these ends that are not read yet. */
  long left(Map<TopicPartition, Long> ends) {
    return BrokerOffsets.left(consumer, ends);
  }

  /**
   * A timeout is not noted, since nothing tells whether the new tables have it. One that they have
   * is then written once more; where they are further by an activity that told no session, the next
   * update of the session that they do not contain makes up for it.
   */
  private void note(SessionUpdate update) {
    if (update.activity() != null) {
      update
          .changed()
          .forEach(session -> told.merge(session.id(), Told.of(session), Told::orLater));
    }
  }

  private static List<SessionUpdate> decoded(ConsumerRecords<byte[], byte[]> records) {
    List<SessionUpdate> updates = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> source : records) {
      SessionUpdate update = decoded(source);
      if (update != null) {
        updates.add(update);
      }
    }
    return updates;
  }

  /** What the sinks are going to drop need not be understood. */
  private static @Nullable SessionUpdate decoded(ConsumerRecord<byte[], byte[]> source) {
    try {
      return source.value() == null ? null : WireCodecs.SESSION_UPDATE.decode(source.value());
    } catch (MalformedRecordException e) {
      return null;
    }
  }

  /** Each session as it was told last by what was read and is contained. */
  Map<UUID, Told> told() {
    return told;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
