package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID LOW = new UUID(1, 2);
  private static final UUID HIGH = new UUID(Long.MIN_VALUE, 0);

  @Test
  void time_decides_first_then_rank_then_the_unsigned_id() {
    // Given
    List<Position> ascending =
        List.of(
            new Position(NOON, 0, HIGH),
            new Position(NOON, 1, LOW),
            new Position(NOON, 1, new UUID(1, Long.MIN_VALUE)),
            new Position(NOON, 1, HIGH),
            new Position(NOON, 2, LOW),
            new Position(NOON.plusMillis(1), 0, LOW));
    // Then
    assertThat(ascending.reversed().stream().sorted()).containsExactlyElementsOf(ascending);
    assertThat(ascending.getFirst().isBefore(ascending.getLast())).isTrue();
    assertThat(ascending.getFirst().isAfter(ascending.getLast())).isFalse();
  }

  @Test
  void the_order_is_total_and_agrees_with_equality() {
    for (long seed = 0; seed < 1_000; seed++) {
      // Given
      RandomWireRecords records = new RandomWireRecords(seed);
      Position a = records.position();
      Position b = records.position();
      // Then
      assertThat(Integer.signum(a.compareTo(b)))
          .as("seed %d", seed)
          .isEqualTo(-Integer.signum(b.compareTo(a)));
      assertThat(a.compareTo(b) == 0).as("seed %d", seed).isEqualTo(a.equals(b));
    }
  }

  @Test
  void a_start_stands_before_and_an_end_after_what_else_happened_in_its_millisecond() {
    assertThat(at(ActivityType.SESSION_STARTED)).isLessThan(at(ActivityType.TASK_CREATED));
    assertThat(at(ActivityType.TASK_CREATED)).isLessThan(at(ActivityType.SESSION_ENDED));
    assertThat(at(ActivityType.SESSION_ENDED)).isLessThan(at(ActivityType.SESSION_JOINED));
  }

  @Test
  void the_time_is_kept_to_the_millisecond() {
    assertThat(new Position(NOON.plusNanos(1_999_999), 1, LOW).occurredAt())
        .isEqualTo(NOON.plusMillis(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 4})
  void other_ranks_are_refused(int rank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Position(NOON, rank, LOW))
        .withMessage("rank " + rank + " must lie between 0 and 3");
  }

  private static Position at(ActivityType type) {
    return Activity.builder(LOW, type).occurredAt(NOON).owner("a").machine("m").build().position();
  }
}
