package dev.aidis.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class CurrentSessionsTest {
  private static final int KEYS = 12;
  private static final int KEPT = 4;

  private final KeyValueStore<Bytes, byte[]> store = Stores.inMemoryKeyValueStore("store").get();
  private final CurrentSessions sessions =
      new CurrentSessions(store, KEPT * CurrentSessions.BYTES_OF_NONE);

  @Test
  void whatWasAppliedIsReadAndAfterWritingStored() {
    Random random = new Random(1);
    Map<Integer, CurrentSession> applied = new HashMap<>();
    Map<Integer, CurrentSession> expected = new HashMap<>();
    for (int step = 0; step < 100_000; step++) {
      int key = random.nextInt(KEYS);
      switch (random.nextInt(8)) {
        case 0 -> {
          sessions.put(key(key), CurrentSession.NONE);
          expected.remove(key);
        }
        case 1, 2 -> {
          sessions.apply();
          applied = new HashMap<>(expected);
        }
        case 3 -> {
          sessions.discard();
          expected = new HashMap<>(applied);
        }
        case 4 -> {
          sessions.write();
          assertThat(stored()).as("step %d", step).isEqualTo(applied);
        }
        default -> {
          CurrentSession session = session(step);
          sessions.put(key(key), session);
          expected.put(key, session);
        }
      }
      int asked = random.nextInt(KEYS);
      assertThat(sessions.get(key(asked)))
          .as("step %d", step)
          .isEqualTo(expected.getOrDefault(asked, CurrentSession.NONE));
    }
  }

  @Test
  void aSessionThatChangesOftenIsWrittenOnce() {
    for (int step = 0; step < 10; step++) {
      sessions.put(key(1), session(step));
      sessions.apply();
      assertThat(store.approximateNumEntries()).isZero();
    }
    sessions.write();
    store.delete(key(1));
    sessions.write();

    assertThat(store.approximateNumEntries()).as("nothing has changed since").isZero();
  }

  @Test
  void whatThereIsNoRoomForIsWrittenBeforeItIsForgotten() {
    for (int key = 0; key < KEPT + 2; key++) {
      sessions.put(key(key), session(key));
      sessions.apply();
    }

    assertThat(stored()).containsEntry(0, session(0)).containsEntry(1, session(1));
    for (int key = 0; key < KEPT + 2; key++) {
      assertThat(sessions.get(key(key))).isEqualTo(session(key));
    }
  }

  /** Told apart by its loose end. */
  private static CurrentSession session(int number) {
    Instant at = Instant.ofEpochMilli(number);
    return new CurrentSession(null, new Position(at, 1, new UUID(0, number)));
  }

  private static Bytes key(int number) {
    return Bytes.wrap(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
  }

  private Map<Integer, CurrentSession> stored() {
    Map<Integer, CurrentSession> stored = new HashMap<>();
    try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Bytes, byte[]> entry = all.next();
        stored.put(
            Integer.valueOf(new String(entry.key.get(), StandardCharsets.UTF_8)),
            CurrentSession.decode(entry.value));
      }
    }
    return stored;
  }
}
