package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityLimitsTest {

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("owner must have 1 to 200", b -> b.owner(" ")),
        refused("workspace must contain", b -> b.workspace("a/b")),
        refused("machine must not be blank", b -> b.machine("")),
        refused("machine must have at most 200", b -> b.machine("x".repeat(201))),
        refused("client must have at most 200", b -> b.client("x".repeat(201))),
        refused("project must not contain the character U+0000", b -> b.project("a\0b")),
        refused("title must have at most 4000", b -> b.title("x".repeat(4_001))),
        refused("body must have at most 100000", b -> b.body("x".repeat(100_001))),
        refused("linesAdded -1 must lie between 0 and 100000000", b -> b.linesAdded(-1)),
        refused("linesRemoved 100000001 must", b -> b.linesRemoved(100_000_001)),
        refused("at most 50 tags, not 51", b -> b.tags(Collections.nCopies(51, "t"))),
        refused("tag ' ' must have 1 to 64", b -> b.tags(List.of(" "))),
        refused("must have 1 to 64", b -> b.tags(List.of("x".repeat(65)))),
        refused("at most 50 attributes, not 51", b -> b.attributes(attributes(51))),
        refused("attribute name must not be blank", b -> b.attributes(Map.of("", "v"))),
        refused("attribute a must have", b -> b.attributes(Map.of("a", "x".repeat(4_001)))),
        refused("occurredAt 1969", b -> b.occurredAt(ActivityLimits.EARLIEST.minusNanos(1))),
        refused("occurredAt 2200", b -> b.occurredAt(ActivityLimits.LATEST.plusNanos(1))),
        refused("receivedAt 2200", b -> b.receivedAt(ActivityLimits.LATEST.plusNanos(1))),
        refused("claimedAt +10000", b -> b.claimedAt(ActivityLimits.LATEST_CLAIM.plusMillis(1))));
  }

  private static Arguments refused(String message, UnaryOperator<ActivityBuilder> change) {
    return Arguments.of(message, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void what_is_out_of_bounds_is_refused_by_name(
      String message, UnaryOperator<ActivityBuilder> change) {
    // Given
    ActivityBuilder builder = change.apply(valid());
    // Then
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(message);
  }

  @Test
  void the_bounds_themselves_are_allowed() {
    // When
    Activity activity =
        valid()
            .occurredAt(ActivityLimits.LATEST)
            .receivedAt(ActivityLimits.EARLIEST)
            .claimedAt(ActivityLimits.LATEST_CLAIM)
            .machine("x".repeat(200))
            .title("x".repeat(4_000))
            .body("x".repeat(100_000))
            .linesAdded(0)
            .linesRemoved(100_000_000)
            .tags(Collections.nCopies(50, "x".repeat(64)))
            .attributes(attributes(50))
            .build();
    // Then
    assertThat(activity.attributes()).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Task", "task created", "1st", "_x", "tâche"})
  void types_are_lower_case_words(String type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> valid(type).build())
        .withMessageStartingWith("type '" + type + "' must be 1 to 50 lower-case letters");
  }

  private static ActivityBuilder valid() {
    return valid(ActivityType.NOTE_ADDED.wireName());
  }

  private static ActivityBuilder valid(String type) {
    return Activity.builder(new UUID(1, 1), type)
        .occurredAt(Instant.parse("2026-11-22T12:00:00Z"))
        .owner("ada")
        .machine("mill");
  }

  private static Map<String, String> attributes(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "attribute" + i, i -> "value"));
  }
}
