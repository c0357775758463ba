package dev.aidis.ingest.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.FakeAnswers.Asked;
import dev.aidis.ingest.FakeSessions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is there is Ada's; Bob asks for it with every tool that reads. */
class OwnersApartToolsTest {
  private static final String NUMBER = Long.toString(FakeSessions.OPEN.number());
  private static final String ID = FakeSessions.OPEN.id().toString();

  private static final Set<String> FIND_NOTHING =
      Set.of(
          "session_current",
          "sessions_list",
          "task_list",
          "decision_list",
          "context_search",
          "project_list");

  private static final Set<String> OF_A_SCOPE = Set.of("sessions_stats", "sessions_patterns");

  private final ToolBench bench = new ToolBench();

  static Stream<Arguments> byName() {
    return Stream.of(NUMBER, ID, "current")
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of("session_get", Map.of("session", name)),
                    Arguments.of("session_timeline", Map.of("session", name)),
                    Arguments.of("session_context", Map.of("session", name)),
                    Arguments.of("sessions_compare", Map.of("first", name, "second", name))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("byName")
  void anothersSessionIsNotThere(String tool, Map<String, Object> arguments) {
    assertThatThrownBy(() -> bench.call(ToolBench.BOB, tool, arguments))
        .isInstanceOf(NothingThereException.class)
        .hasMessageNotContaining("Ship it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"session_pause", "session_resume"})
  void anothersSessionIsNeitherPausedNorResumed(String tool) {
    assertThatThrownBy(() -> bench.call(ToolBench.BOB, tool, Map.of()))
        .isInstanceOf(NothingThereException.class);
    assertThat(bench.publisher.published()).isEmpty();
  }

  @Test
  void anUpdateOfAnothersTaskDoesNotTellItsTitle() {
    // Given
    Tool.Answer adas = bench.call(ToolBench.ADA, "task_create", Map.of("title", "Ship it"));
    Object task = Objects.requireNonNull(adas.content().get("task_id"));
    // When
    bench.call(ToolBench.BOB, "task_update", Map.of("task_id", task, "status", "completed"));
    // Then
    assertThat(bench.publisher.published().getLast().description()).isEqualTo("Completed task");
  }

  static Set<String> listing() {
    return FIND_NOTHING;
  }

  @ParameterizedTest
  @MethodSource("listing")
  void whatIsAnothersIsNotListed(String tool) {
    // Given
    Map<String, Object> arguments =
        tool.equals("context_search") ? Map.of("text", "log") : Map.of();
    // When
    Tool.Answer adas = bench.call(ToolBench.ADA, tool, arguments);
    Tool.Answer bobs = bench.call(ToolBench.BOB, tool, arguments);
    // Then
    assertThat(adas.content().toString()).contains("2026-11-2");
    assertThat(bobs.content().toString()).doesNotContain("2026-11-2");
    assertThat(bobs.content().values()).isSubsetOf(List.of(), false);
  }

  static Set<String> summing() {
    return OF_A_SCOPE;
  }

  @ParameterizedTest
  @MethodSource("summing")
  void sumsAreThoseOfTheCaller(String tool) {
    // When
    bench.call(ToolBench.BOB, tool, Map.of());
    // Then
    Asked asked = Objects.requireNonNull(bench.answers.last());
    assertThat(asked.scope().owner()).isEqualTo("bob");
  }

  @Test
  void everyToolThatReadsIsAskedHere() {
    // When
    Set<String> asked = byName().map(call -> (String) call.get()[0]).collect(Collectors.toSet());
    asked.addAll(FIND_NOTHING);
    asked.addAll(OF_A_SCOPE);
    // Then
    assertThat(asked)
        .containsExactlyInAnyOrderElementsOf(
            bench.all().stream()
                .map(Tool::description)
                .filter(tool -> tool.hints().readOnly())
                .map(Tool.Description::name)
                .toList());
  }
}
