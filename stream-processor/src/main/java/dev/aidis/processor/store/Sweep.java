package dev.aidis.processor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a store in bounded steps, again and again. What is put behind its back is seen in
 * the next round.
 */
final class Sweep {
  private final KeyValueStore<Bytes, byte[]> store;
  private @Nullable Bytes from;

  Sweep(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * Calls the action, which may delete, for at most {@code limit} entries after those of the last
   * step.
   *
   * @return whether the round is complete; the next step begins a new one
   */
  boolean step(int limit, Consumer<KeyValue<Bytes, byte[]>> action) {
    List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> upwards = store.range(from, null)) {
      while (upwards.hasNext() && entries.size() < limit) {
        entries.add(upwards.next());
      }
      from = upwards.hasNext() ? upwards.peekNextKey() : null;
    }
    entries.forEach(action);
    return from == null;
  }
}
