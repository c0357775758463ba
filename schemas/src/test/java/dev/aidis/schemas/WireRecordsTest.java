package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireRecordsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void counts_are_not_negative() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Counters(1, 0, 0, 0, 0, 0, 0, -7, 0, 0, 0, 0, 0, 0, 0, 0, TokenUsage.NONE))
        .withMessage("filesModified -7 must not be negative");
  }

  @Test
  void a_model_is_not_used_last_before_it_is_used_first() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ModelUse("m", null, NOON, NOON.minusMillis(1), 1));
  }

  @Test
  void an_update_says_something() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SessionUpdate(
                    new TrackerKey("ada", "main"), null, null, List.of(), List.of(), false));
  }

  @Test
  void the_latest_told_wins_from_either_side() {
    // Given
    Latest early = new Latest("early", new Position(NOON, 1, new UUID(0, 1)));
    Latest late = new Latest("late", new Position(NOON, 1, new UUID(0, 2)));
    // Then
    assertThat(Latest.of(early, late)).isEqualTo(late);
    assertThat(Latest.of(late, early)).isEqualTo(late);
    assertThat(Latest.of(null, early)).isEqualTo(early);
    assertThat(Latest.of(early, null)).isEqualTo(early);
    assertThat(Latest.of(null, null)).isNull();
  }

  @Test
  void every_type_is_found_by_its_name_and_other_names_are_other() {
    for (ActivityType type : ActivityType.values()) {
      assertThat(ActivityType.of(type.wireName())).isEqualTo(type);
    }
    assertThat(ActivityType.of("dreamt_up")).isEqualTo(ActivityType.OTHER);
  }
}
