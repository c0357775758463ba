package dev.aidis.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StagedStoreTest {
  private static final int KEYS = 12;

  @Test
  void readsSeeWhatIsHeldBackAsIfItWereWritten() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("store").get();
      StagedStore staged = new StagedStore(store);
      NavigableMap<Integer, Integer> written = new TreeMap<>();
      NavigableMap<Integer, Integer> expected = new TreeMap<>();
      for (int step = 0; step < 30; step++) {
        int key = random.nextInt(KEYS);
        switch (random.nextInt(6)) {
          case 0 -> {
            staged.delete(key(key));
            expected.remove(key);
          }
          case 1 -> {
            staged.apply();
            written = new TreeMap<>(expected);
          }
          case 2 -> {
            staged.discard();
            expected = new TreeMap<>(written);
          }
          default -> {
            staged.put(key(key), new byte[] {(byte) step});
            expected.put(key, step);
          }
        }
        assertReads(seed, random, staged, expected);
        assertThat(entries(store.all())).as("seed %d", seed).isEqualTo(entries(written));
      }
    }
  }

  private static void assertReads(
      long seed, Random random, StagedStore staged, NavigableMap<Integer, Integer> expected) {
    int a = random.nextInt(KEYS);
    int b = random.nextInt(KEYS);
    NavigableMap<Integer, Integer> range =
        a > b ? new TreeMap<>() : expected.subMap(a, true, b, true);
    assertThat(entries(staged.range(key(a), key(b)))).as("seed %d", seed).isEqualTo(entries(range));
    assertThat(entries(staged.reverseRange(key(a), key(b))))
        .as("seed %d", seed)
        .isEqualTo(entries(range.descendingMap()));
    assertThat(entries(staged.all())).as("seed %d", seed).isEqualTo(entries(expected));
    assertThat(entries(staged.range(null, key(b))))
        .as("seed %d", seed)
        .isEqualTo(entries(expected.headMap(b, true)));
    byte[] value = staged.get(key(a));
    assertThat(value == null ? null : (int) value[0])
        .as("seed %d", seed)
        .isEqualTo(expected.get(a));
  }

  private static Bytes key(int number) {
    return Bytes.wrap(new byte[] {(byte) number});
  }

  private static List<String> entries(KeyValueIterator<Bytes, byte[]> entries) {
    List<String> found = new ArrayList<>();
    try (entries) {
      while (entries.hasNext()) {
        Bytes peeked = entries.peekNextKey();
        KeyValue<Bytes, byte[]> entry = entries.next();
        assertThat(entry.key).isEqualTo(peeked);
        found.add(entry.key.get()[0] + "=" + entry.value[0]);
      }
    }
    return found;
  }

  private static List<String> entries(NavigableMap<Integer, Integer> entries) {
    return entries.entrySet().stream().map(Object::toString).toList();
  }
}
