package dev.aidis.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteBehindStoreTest {
  /** More than a batch. */
  private static final int KEYS = 2_500;

  private final KeyValueStore<Bytes, byte[]> beneath = Stores.inMemoryKeyValueStore("store").get();
  private final KeyValueStore<Bytes, byte[]> store = WriteBehindStore.over(always(beneath)).get();

  @Test
  void readsSeeWhatIsNotWrittenYet() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      NavigableMap<Integer, Integer> expected = stored(store.all());
      for (int step = 0; step < 6_000; step++) {
        int key = random.nextInt(KEYS);
        switch (random.nextInt(40)) {
          case 0 -> assertThat(stored(store.all())).as("seed %d", seed).isEqualTo(expected);
          case 1 ->
              assertThat(stored(store.range(key(key), key(KEYS))))
                  .as("seed %d", seed)
                  .isEqualTo(expected.tailMap(key, true));
          case 2 -> store.commit(Map.of());
          case 3, 4, 5 -> {
            assertThat(number(store.delete(key(key)))).isEqualTo(expected.remove(key));
          }
          case 6, 7, 8 ->
              assertThat(number(store.get(key(key))))
                  .as("seed %d", seed)
                  .isEqualTo(expected.get(key));
          default -> {
            store.put(key(key), value(step));
            expected.put(key, step);
          }
        }
      }
    }
  }

  @Test
  void aFewWritesWaitAndAreWrittenTogetherWithTheCommit() {
    store.put(key(1), value(1));
    store.put(key(2), value(2));
    assertThat(stored(beneath.all())).isEmpty();

    store.commit(Map.of());
    assertThat(stored(beneath.all())).containsExactly(Map.entry(1, 1), Map.entry(2, 2));
  }

  @Test
  void neverMoreThanABatchOfWritesWaits() {
    for (int i = 0; i < KEYS; i++) {
      store.put(key(i), value(i));
    }
    assertThat(stored(beneath.all())).hasSizeBetween(KEYS - 1_024, KEYS);
  }

  @Test
  void aDeletedEntryIsGoneThoughItIsStillInTheStoreBeneath() {
    beneath.put(key(1), value(1));
    store.delete(key(1));
    assertThat(store.get(key(1))).isNull();
    assertThat(stored(beneath.all())).isNotEmpty();
  }

  private static Bytes key(int number) {
    return Bytes.wrap(ByteBuffer.allocate(4).putInt(number).array());
  }

  private static byte[] value(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  private static @Nullable Integer number(byte @Nullable [] value) {
    return value == null ? null : ByteBuffer.wrap(value).getInt();
  }

  private static NavigableMap<Integer, Integer> stored(KeyValueIterator<Bytes, byte[]> entries) {
    NavigableMap<Integer, Integer> found = new TreeMap<>();
    try (entries) {
      entries.forEachRemaining(
          entry -> found.put(ByteBuffer.wrap(entry.key.get()).getInt(), number(entry.value)));
    }
    return found;
  }

  private static KeyValueBytesStoreSupplier always(KeyValueStore<Bytes, byte[]> store) {
    return new KeyValueBytesStoreSupplier() {
      @Override
      public String name() {
        return store.name();
      }

      @Override
      public KeyValueStore<Bytes, byte[]> get() {
        return store;
      }

      @Override
      public String metricsScope() {
        return "in-memory";
      }
    };
  }
}
