package dev.aidis.processor.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the store beneath in batches: a batch costs RocksDB a fraction of as many single
 * writes. Beneath the changelog, which gets each write at once; so what is lost with the process
 * comes back from there, as everything in the store does under exactly-once. Reads see what is not
 * written yet. Not thread-safe: belongs to one task.
 */
final class WriteBehindStore implements KeyValueStore<Bytes, byte[]> {
  private static final int BATCH = 1_024;

  private final KeyValueStore<Bytes, byte[]> store;

  /** What is to be written; an absent value is to be deleted. */
  private final Map<Bytes, byte @Nullable []> unwritten = new HashMap<>();

  private WriteBehindStore(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  static KeyValueBytesStoreSupplier over(KeyValueBytesStoreSupplier supplier) {
    return new KeyValueBytesStoreSupplier() {
      @Override
      public String name() {
        return supplier.name();
      }

      @Override
      public KeyValueStore<Bytes, byte[]> get() {
        return new WriteBehindStore(supplier.get());
      }

      @Override
      public String metricsScope() {
        return supplier.metricsScope();
      }
    };
  }

  @Override
  public byte @Nullable [] get(Bytes key) {
    byte[] value = unwritten.get(key);
    return value != null || unwritten.containsKey(key) ? value : store.get(key);
  }

  @Override
  public void put(Bytes key, byte @Nullable [] value) {
    unwritten.put(key, value);
    if (unwritten.size() >= BATCH) {
      write();
    }
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
    write();
    return store.range(from, to);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
    write();
    return store.reverseRange(from, to);
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> all() {
    write();
    return store.all();
  }

  @Override
  public long approximateNumEntries() {
    write();
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
  public void commit(Map<TopicPartition, Long> changelogOffsets) {
    write();
    store.commit(changelogOffsets);
  }

  @Override
  public @Nullable Long committedOffset(TopicPartition changelog) {
    return store.committedOffset(changelog);
  }

  /** Kafka Streams still asks; without it the offsets would be kept in a file beside the store. */
  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public boolean managesOffsets() {
    return store.managesOffsets();
  }

  @Override
  public void close() {
    if (store.isOpen()) {
      write();
    }
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

  @Override
  public Position getPosition() {
    return store.getPosition();
  }

  private void write() {
    if (unwritten.isEmpty()) {
      return;
    }
    List<KeyValue<Bytes, byte[]>> batch = new ArrayList<>(unwritten.size());
    unwritten.forEach((key, value) -> batch.add(KeyValue.pair(key, value)));
    batch.sort(Comparator.comparing(entry -> entry.key)); // neighbours are found from each other
    store.putAll(batch);
    unwritten.clear();
  }
}
