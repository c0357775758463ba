package dev.aidis.processor.store;

import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.TrackerKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When to look whether a session has timed out. Lazy: an entry stands from a session's beginning
 * and is only moved when it comes up, so that activity in between costs nothing; and an entry whose
 * session is gone means nothing.
 */
public final class Deadlines {
  /**
   * @param first position of the session's first activity when the entry was made
   */
  public record Deadline(TrackerKey trackerKey, Position first, UUID sessionId) {}

  private static final int PREFIX = Long.BYTES;

  private final KeyValueStore<Bytes, byte[]> store;

  /** So that looking for entries does not lead through all that were deleted. */
  private Bytes noneBefore = time(Instant.EPOCH);

  public Deadlines(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  public void put(Session session, Instant dueAt) {
    put(new Deadline(session.trackerKey(), session.first(), session.id()), dueAt);
  }

  /**
   * Puts the deadline off to another time. One that has passed already, as all do while history is
   * brought in, stands just behind those that were taken last; so where the clock was ahead and is
   * set back, it comes up as late as that clock had it.
   */
  public void put(Deadline deadline, Instant dueAt) {
    Bytes key = key(dueAt, deadline);
    store.put(
        key.compareTo(noneBefore) < 0 ? key(timeOf(noneBefore).plusMillis(1), deadline) : key,
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(deadline.sessionId().getMostSignificantBits())
            .putLong(deadline.sessionId().getLeastSignificantBits())
            .array());
  }

  /** Whether something may be due before that time. Cheap. */
  public boolean mayBeDue(Instant before) {
    return timeOf(noneBefore).isBefore(before);
  }

  /**
   * Takes out what is due before that time, in the order in which they stand, at most {@code limit}
   * entries.
   */
  public List<Deadline> takeDue(Instant before, int limit) {
    List<Bytes> keys = new ArrayList<>();
    List<Deadline> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> soonest = store.range(noneBefore, time(before))) {
      while (soonest.hasNext() && due.size() < limit) {
        KeyValue<Bytes, byte[]> entry = soonest.next();
        keys.add(entry.key);
        due.add(deadline(entry.key, entry.value));
      }
    }
    keys.forEach(store::delete);
    noneBefore = due.size() < limit ? time(before) : keys.getLast();
    return due;
  }

  private static Instant timeOf(Bytes key) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(key.get()).getLong());
  }

  private static Bytes time(Instant time) {
    return Bytes.wrap(ByteBuffer.allocate(PREFIX).putLong(time.toEpochMilli()).array());
  }

  private static Bytes key(Instant dueAt, Deadline deadline) {
    byte[] rest = StoreKeys.of(StoreKeys.tracker(deadline.trackerKey()), deadline.first()).get();
    return Bytes.wrap(
        ByteBuffer.allocate(PREFIX + rest.length).putLong(dueAt.toEpochMilli()).put(rest).array());
  }

  private static Deadline deadline(Bytes key, byte[] value) {
    ByteBuffer bytes = ByteBuffer.wrap(key.get());
    bytes.position(PREFIX);
    byte[] tracker = new byte[bytes.remaining() - 1 - StoreKeys.positionBytes()];
    bytes.get(tracker).get();
    Position first = StoreKeys.position(bytes);
    TrackerKey trackerKey = TrackerKey.parse(new String(tracker, StandardCharsets.UTF_8));
    return new Deadline(trackerKey, first, StoreKeys.uuid(ByteBuffer.wrap(value)));
  }
}
