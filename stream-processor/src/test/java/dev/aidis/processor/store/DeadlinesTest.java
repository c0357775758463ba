package dev.aidis.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.processor.store.Deadlines.Deadline;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final int ALL = 100;

  private final InMemoryKeyValueStore store = new InMemoryKeyValueStore("deadlines");
  private final Deadlines deadlines = new Deadlines(store);

  @Test
  void whatIsDueIsTakenOnceAndSoonestFirst() {
    // Given
    put("later", 30);
    put("sooner", 10);
    put("not yet", 90);

    // When, Then
    assertThat(take(60, ALL)).containsExactly("sooner", "later");
    assertThat(take(60, ALL)).isEmpty();
    assertThat(take(120, ALL)).containsExactly("not yet");
  }

  @Test
  void whatWasDueBeforeTheLastLookComesUpInTheNext() {
    // Given
    assertThat(take(60, ALL)).isEmpty();

    // When
    put("of history", -10_000);

    // Then
    assertThat(deadlines.mayBeDue(minute(61))).isTrue();
    assertThat(take(61, ALL)).containsExactly("of history");
  }

  @Test
  void aStoreThatIsOpenedAgainIsLookedThroughFromTheBeginning() {
    // Given
    take(60, ALL);
    put("of history", -10_000);
    put("to come", 70);

    // When
    List<Deadline> due = new Deadlines(store).takeDue(minute(80), ALL);

    // Then
    assertThat(due)
        .extracting(deadline -> deadline.trackerKey().owner())
        .containsExactly("of history", "to come");
  }

  @Test
  void anEarlierTimeThanThatOfTheLastLookHasNothingDue() {
    // Given
    take(60, ALL);
    put("of history", -10_000);

    // When, Then
    assertThat(deadlines.mayBeDue(minute(50))).isFalse();
    assertThat(take(61, ALL)).containsExactly("of history");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverIsPutAndTakenInBetweenEachComesUpOnceItIsDue(long seed) {
    // Given
    Random random = new Random(seed);
    Map<String, Integer> dueAt = new HashMap<>();
    List<String> taken = new ArrayList<>();

    for (int minute = 0; minute < 2_000; minute++) {
      for (int number = random.nextInt(6); number > 0; number--) {
        String name = "owner-" + minute + "-" + number;
        dueAt.put(
            name, random.nextBoolean() ? random.nextInt(minute + 1) : minute + random.nextInt(60));
        put(name, dueAt.get(name));
      }
      // When
      List<String> now = take(minute, 1 + random.nextInt(5));
      // Then
      int before = minute;
      assertThat(now).extracting(dueAt::get).allMatch(due -> due < before);
      taken.addAll(now);
    }
    taken.addAll(take(2_100, Integer.MAX_VALUE));

    // Then
    assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(dueAt.keySet());
    assertThat(store.approximateNumEntries()).isZero();
  }

  private void put(String owner, int minute) {
    Position first = new Position(NINE, 0, new UUID(0, owner.hashCode()));
    Instant dueAt = minute(minute);
    deadlines.put(
        new Deadline(new TrackerKey(owner, "main"), first, new UUID(1, owner.hashCode())), dueAt);
  }

  private List<String> take(int minute, int limit) {
    return deadlines.takeDue(minute(minute), limit).stream()
        .map(deadline -> deadline.trackerKey().owner())
        .toList();
  }

  private static Instant minute(int minute) {
    return NINE.plusSeconds(60L * minute);
  }
}
