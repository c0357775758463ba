package dev.aidis.processor.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which activity ids were seen, so that each counts once. */
public final class SeenActivities {
  private final KeyValueStore<Bytes, byte[]> store;

  public SeenActivities(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * Remembers the activity's id.
   *
   * @param trackerKey as the record's key has it
   * @param forgetBefore an id seen before that is not remembered any more
   * @return whether it is new
   */
  public boolean isNew(Bytes trackerKey, UUID id, Instant appendedAt, Instant forgetBefore) {
    Bytes key = StoreKeys.of(trackerKey, id);
    byte[] seenAt = store.get(key);
    if (seenAt != null && appendedAt(seenAt).compareTo(forgetBefore) >= 0) {
      return false;
    }
    store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(appendedAt.toEpochMilli()).array());
    return true;
  }

  static Instant appendedAt(byte[] value) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
  }
}
