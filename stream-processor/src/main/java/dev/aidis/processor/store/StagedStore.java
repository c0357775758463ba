package dev.aidis.processor.store;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Holds writes back until they are applied, so that what fails in the middle leaves nothing behind.
 * Reads see what is held back. Not thread-safe: belongs to one task.
 */
final class StagedStore implements KeyValueStore<Bytes, byte[]> {
  private final KeyValueStore<Bytes, byte[]> store;

  /** What is to be written; an absent value is to be deleted. */
  private final NavigableMap<Bytes, byte @Nullable []> staged = new TreeMap<>();

  private boolean changed;

  StagedStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  void apply() {
    if (!staged.isEmpty()) {
      staged.forEach(store::put);
      staged.clear();
      changed = true;
    }
  }

  /** Whether anything was applied since this was last asked. */
  boolean takeChanged() {
    boolean since = changed;
    changed = false;
    return since;
  }

  void discard() {
    staged.clear();
  }

  @Override
  public byte @Nullable [] get(Bytes key) {
    return staged.isEmpty() || !staged.containsKey(key) ? store.get(key) : staged.get(key);
  }

  @Override
  public void put(Bytes key, byte @Nullable [] value) {
    staged.put(key, value);
  }

  @Override
  public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
    byte[] old = get(key);
    if (old == null) {
      put(key, value);
    }
    return old;
  }

  @Override
  public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
    entries.forEach(entry -> put(entry.key, entry.value));
  }

  @Override
  public byte @Nullable [] delete(Bytes key) {
    byte[] old = get(key);
    put(key, null);
    return old;
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
    return merged(store.range(from, to), stagedWithin(from, to), false);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
    return merged(store.reverseRange(from, to), stagedWithin(from, to), true);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> all() {
    return range(null, null);
  }

  private static KeyValueIterator<Bytes, byte[]> merged(
      KeyValueIterator<Bytes, byte[]> stored,
      NavigableMap<Bytes, byte @Nullable []> staged,
      boolean downwards) {
    return staged.isEmpty() ? stored : new StagedRange(stored, staged, downwards);
  }

  private NavigableMap<Bytes, byte @Nullable []> stagedWithin(
      @Nullable Bytes from, @Nullable Bytes to) {
    if (staged.isEmpty() || (from != null && to != null && from.compareTo(to) > 0)) {
      return new TreeMap<>();
    }
    NavigableMap<Bytes, byte @Nullable []> within =
        from == null ? staged : staged.tailMap(from, true);
    return to == null ? within : within.headMap(to, true);
  }

  /** Of the store alone. */
  @Override
  public long approximateNumEntries() {
    return store.approximateNumEntries();
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    store.init(context, root);
  }

  @Override
  public void close() {
    store.close();
  }

  @Override
  public boolean persistent() {
    return store.persistent();
  }

  @Override
  public boolean isOpen() {
    return store.isOpen();
  }
}
