package dev.aidis.processor.store;

import dev.aidis.domain.SessionMembers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** {@link SessionMembers} in a key-value store: a status byte and the position that told it. */
final class StoredMembers implements SessionMembers {
  private static final byte NO_STATUS = -1;

  private final KeyValueStore<Bytes, byte[]> store;

  StoredMembers(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  @Override
  public @Nullable Member find(UUID sessionId, Kind kind, UUID key) {
    Bytes storeKey = StoreKeys.of(sessionId, kind, key);
    byte[] value = store.get(storeKey);
    return value == null ? null : member(storeKey, value);
  }

  @Override
  public void put(UUID sessionId, Member member) {
    ByteBuffer value = ByteBuffer.allocate(1 + StoreKeys.positionBytes());
    TaskStatus status = member.status();
    value.put(status == null ? NO_STATUS : status.code());
    StoreKeys.put(member.toldAt(), value);
    store.put(StoreKeys.of(sessionId, member.kind(), member.key()), value.array());
  }

  @Override
  public List<Member> removeAll(UUID sessionId) {
    List<Member> removed = new ArrayList<>();
    List<Bytes> keys = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all =
        store.range(StoreKeys.firstMember(sessionId), StoreKeys.lastMember(sessionId))) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> entry = all.next();
        removed.add(member(entry.key, entry.value));
        keys.add(entry.key);
      }
    }
    keys.forEach(store::delete);
    return removed;
  }

  private static Member member(Bytes key, byte[] bytes) {
    ByteBuffer value = ByteBuffer.wrap(bytes);
    byte status = value.get();
    return new Member(
        StoreKeys.memberKind(key),
        StoreKeys.memberKey(key),
        status == NO_STATUS ? null : TaskStatus.of(status),
        StoreKeys.position(value));
  }
}
