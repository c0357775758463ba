package dev.aidis.processor.store;

import dev.aidis.domain.SessionMembers;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.TrackerKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the stores. Their unsigned byte order is the order of what they stand for. A tracker
 * key, which has no control characters, ends with a zero byte, so that no one's keys lie between
 * another's.
 */
final class StoreKeys {
  private static final int UUID_BYTES = 2 * Long.BYTES;
  private static final int POSITION_BYTES = Long.BYTES + 1 + UUID_BYTES;
  private static final byte END_OF_TRACKER = 0;

  private StoreKeys() {}

  static Bytes tracker(TrackerKey trackerKey) {
    return Bytes.wrap(trackerKey.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Before every position of the tracker key. */
  static Bytes first(Bytes tracker) {
    return Bytes.wrap(ByteBuffer.allocate(tracker.get().length + 1).put(tracker.get()).array());
  }

  /** After every position of the tracker key, before every other tracker key's. */
  static Bytes last(Bytes tracker) {
    ByteBuffer key = ByteBuffer.allocate(tracker.get().length + 1 + POSITION_BYTES);
    key.put(tracker.get()).put(END_OF_TRACKER);
    while (key.hasRemaining()) {
      key.put((byte) 0xff);
    }
    return Bytes.wrap(key.array());
  }

  static Bytes of(Bytes tracker, Position position) {
    ByteBuffer key = ByteBuffer.allocate(tracker.get().length + 1 + POSITION_BYTES);
    key.put(tracker.get()).put(END_OF_TRACKER);
    put(position, key);
    return Bytes.wrap(key.array());
  }

  static Bytes of(Bytes tracker, UUID activityId) {
    ByteBuffer key = ByteBuffer.allocate(tracker.get().length + 1 + UUID_BYTES);
    key.put(tracker.get()).put(END_OF_TRACKER);
    put(activityId, key);
    return Bytes.wrap(key.array());
  }

  static Bytes of(UUID sessionId, SessionMembers.Kind kind, UUID member) {
    ByteBuffer key = ByteBuffer.allocate(2 * UUID_BYTES + 1);
    put(sessionId, key);
    key.put(kind.code());
    put(member, key);
    return Bytes.wrap(key.array());
  }

  static Bytes firstMember(UUID sessionId) {
    ByteBuffer key = ByteBuffer.allocate(UUID_BYTES);
    put(sessionId, key);
    return Bytes.wrap(key.array());
  }

  static Bytes lastMember(UUID sessionId) {
    ByteBuffer key = ByteBuffer.allocate(2 * UUID_BYTES + 1);
    put(sessionId, key);
    while (key.hasRemaining()) {
      key.put((byte) 0xff);
    }
    return Bytes.wrap(key.array());
  }

  static SessionMembers.Kind memberKind(Bytes key) {
    return SessionMembers.Kind.of(key.get()[UUID_BYTES]);
  }

  static UUID memberKey(Bytes key) {
    return uuid(ByteBuffer.wrap(key.get(), UUID_BYTES + 1, UUID_BYTES));
  }

  static void put(Position position, ByteBuffer into) {
    into.putLong(position.occurredAt().toEpochMilli()).put((byte) position.rank());
    put(position.activityId(), into);
  }

  static Position position(ByteBuffer from) {
    return new Position(Instant.ofEpochMilli(from.getLong()), from.get(), uuid(from));
  }

  static void put(UUID uuid, ByteBuffer into) {
    into.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
  }

  static UUID uuid(ByteBuffer from) {
    return new UUID(from.getLong(), from.getLong());
  }

  static int positionBytes() {
    return POSITION_BYTES;
  }
}
