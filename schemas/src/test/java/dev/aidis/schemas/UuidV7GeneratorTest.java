package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7GeneratorTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Comparator<UUID> UNSIGNED =
      (a, b) -> new Position(NOON, 1, a).compareTo(new Position(NOON, 1, b));

  @Test
  void ids_of_a_clock_that_stands_still_increase() {
    // Given
    UuidV7Generator ids = generator(Clock.fixed(NOON, ZoneOffset.UTC));
    // When
    List<UUID> made = Stream.generate(ids::next).limit(20_000).toList();
    // Then
    assertIncreasing(made);
  }

  @Test
  void more_ids_than_a_millisecond_holds_run_a_little_ahead_of_the_clock() {
    // Given
    UuidV7Generator ids = generator(Clock.fixed(NOON, ZoneOffset.UTC));
    // When
    List<UUID> made = Stream.generate(ids::next).limit(4_097).toList();
    // Then
    assertThat(millis(made.get(4_095))).isEqualTo(NOON.toEpochMilli());
    assertThat(millis(made.get(4_096))).isEqualTo(NOON.toEpochMilli() + 1);
  }

  @Test
  void ids_increase_while_the_clock_goes_back() {
    // Given
    UuidV7Generator ids =
        generator(clockOf(NOON, NOON.minusSeconds(3600), NOON.minusMillis(1), NOON.plusMillis(5)));
    // When
    List<UUID> made = Stream.generate(ids::next).limit(4).toList();
    // Then
    assertIncreasing(made);
    assertThat(millis(made.getLast())).isEqualTo(NOON.toEpochMilli() + 5);
  }

  @Test
  void the_order_within_a_millisecond_follows_the_clock_also_between_processes() {
    // Given
    UuidV7Generator one = generator(Clock.fixed(NOON.plusNanos(300_000), ZoneOffset.UTC));
    UuidV7Generator other = generator(Clock.fixed(NOON.plusNanos(301_000), ZoneOffset.UTC));
    // When
    List<UUID> made = List.of(one.next(), other.next());
    // Then
    assertIncreasing(made);
    assertThat(made).allMatch(id -> millis(id) == NOON.toEpochMilli());
  }

  @Test
  void threads_never_make_the_same_id_and_each_sees_its_own_increase() throws Exception {
    // Given
    UuidV7Generator ids = new UuidV7Generator(Clock.systemUTC(), new SecureRandom());
    // When
    List<List<UUID>> made = inFourThreads(ids);
    // Then
    made.forEach(UuidV7GeneratorTest::assertIncreasing);
    assertThat(made.stream().flatMap(List::stream).map(UuidV7GeneratorTest::tick).distinct())
        .hasSize(40_000);
  }

  private static List<List<UUID>> inFourThreads(UuidV7Generator ids)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<UUID>>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(threads.submit(() -> Stream.generate(ids::next).limit(10_000).toList()));
      }
      List<List<UUID>> made = new ArrayList<>();
      for (Future<List<UUID>> thread : running) {
        made.add(thread.get());
      }
      return made;
    }
  }

  private static UuidV7Generator generator(InstantSource clock) {
    return new UuidV7Generator(clock, new SplittableRandom(1));
  }

  private static InstantSource clockOf(Instant... times) {
    Iterator<Instant> told = List.of(times).iterator();
    return told::next;
  }

  private static void assertIncreasing(List<UUID> ids) {
    assertThat(ids).isSortedAccordingTo(UNSIGNED).doesNotHaveDuplicates();
  }

  private static long millis(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }

  private static long tick(UUID id) {
    return id.getMostSignificantBits();
  }
}
