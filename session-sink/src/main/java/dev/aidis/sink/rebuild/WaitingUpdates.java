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
   * Reads what is there now, before the replay has reached the end of the log: so the new tables
   * will contain it.
   */
  void read() {
    for (ConsumerRecord<byte[], byte[]> source : consumer.poll(Duration.ZERO)) {
      SessionUpdate update = decoded(source);
      if (update != null && update.activity() != null) {
        note(update);
      }
    }
  }

  /** Reads on for a moment, when nothing is written to the new tables any more. */
  void readOn(Contents contents) throws SQLException {
    List<SessionUpdate> updates = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> source : consumer.poll(POLL)) {
      SessionUpdate update = decoded(source);
      if (update != null) {
        updates.add(update);
      }
    }
    Set<UUID> contained =
        contents.among(
            updates.stream().map(SessionUpdate::activity).filter(Objects::nonNull).toList());
    for (SessionUpdate update : updates) {
      if (update.activity() != null && contained.contains(update.activity().id())) {
        note(update);
      }
    }
  }

  /** Offsets before these ends that are not read yet. */
  long left(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }

  /**
   * A timeout is not noted: either the new tables have it too, then it changes nothing, or they do
   * not, then it is to be written.
   */
  private void note(SessionUpdate update) {
    update.changed().forEach(session -> told.merge(session.id(), Told.of(session), Told::orLater));
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
