package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.tool.ToolBench.activity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionToolsTest {
  private final ToolBench bench = new ToolBench();

  static Stream<Arguments> changes() {
    return Stream.of(
        change(
            "session_start",
            Map.of(
                "goal", "Ship it",
                "tags", List.of("feature"),
                "ai_model", "claude-sonnet-4.5",
                "ai_provider", "anthropic",
                "repo", "git@example.org:team/other.git"),
            ActivityType.SESSION_STARTED,
            expected ->
                expected
                    .project("other")
                    .repo("git@example.org:team/other.git")
                    .body("Ship it")
                    .tags(List.of("feature"))
                    .aiModel("claude-sonnet-4.5")
                    .aiProvider("anthropic")
                    .description("Started the session: Ship it")),
        change(
            "session_start",
            Map.of("project", "given", "cwd", "/src/other"),
            ActivityType.SESSION_STARTED,
            expected ->
                expected.project("given").repo("/src/other").description("Started the session")),
        change(
            "session_start",
            Map.of(),
            ActivityType.SESSION_STARTED,
            expected -> expected.description("Started the session")),
        change(
            "session_end",
            Map.of("notes", "All done"),
            ActivityType.SESSION_ENDED,
            expected -> expected.body("All done").description("Ended the session")),
        change(
            "session_pause",
            Map.of(),
            ActivityType.SESSION_PAUSED,
            expected -> expected.description("Paused the session")),
        change(
            "session_resume",
            Map.of(),
            ActivityType.SESSION_RESUMED,
            expected -> expected.description("Resumed the session")),
        change(
            "session_goal",
            Map.of("goal", "Ship it"),
            ActivityType.GOAL_SET,
            expected -> expected.body("Ship it").description("Set the goal: Ship it")),
        change(
            "session_tag",
            Map.of("tags", List.of("bug-fix", "auth")),
            ActivityType.TAGS_ADDED,
            expected ->
                expected.tags(List.of("bug-fix", "auth")).description("Tagged: bug-fix, auth")),
        change(
            "session_untag",
            Map.of("tags", List.of("bug-fix")),
            ActivityType.TAGS_REMOVED,
            expected -> expected.tags(List.of("bug-fix")).description("Removed tags: bug-fix")),
        change(
            "session_note",
            Map.of("note", "Look again\nat the clock"),
            ActivityType.NOTE_ADDED,
            expected ->
                expected
                    .body("Look again\nat the clock")
                    .description("Noted: Look again at the clock")),
        change(
            "session_project",
            Map.of("project", "other"),
            ActivityType.PROJECT_SWITCHED,
            expected -> expected.project("other").description("Switched to project: other")));
  }

  private static Arguments change(
      String tool,
      Map<String, Object> arguments,
      ActivityType type,
      UnaryOperator<ActivityBuilder> expected) {
    return Arguments.of(tool, arguments, expected.apply(activity(1, type)).build());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("changes")
  void aChangeIsPublishedAndAnsweredWithTheSession(
      String tool, Map<String, Object> arguments, Activity expected) {
    // When
    Tool.Answer answer = bench.call(tool, arguments);
    // Then
    assertThat(bench.publisher.published()).containsExactly(expected);
    assertThat(answer.content()).containsEntry("effect", "visible").containsKey("session");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("changes")
  void aChangeThatIsSlowToBecomeVisibleIsSaidToBeOnItsWay(
      String tool, Map<String, Object> arguments, Activity expected) {
    // Given
    bench.sessions.fallBehind();
    // When
    Tool.Answer answer = bench.call(tool, arguments);
    // Then
    assertThat(bench.publisher.published()).containsExactly(expected);
    assertThat(answer.content()).isEqualTo(Map.of("effect", "on_its_way"));
    assertThat(answer.text()).contains("still on its way");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("changes")
  void aChangeIsRecordedWhileTheDatabaseIsAway(
      String tool, Map<String, Object> arguments, Activity expected) {
    // Given
    bench.sessions.breakDown();
    // When
    Tool.Answer answer = bench.call(tool, arguments);
    // Then
    assertThat(bench.publisher.published()).containsExactly(expected);
    assertThat(answer.content()).isEqualTo(Map.of("effect", "unknown"));
    assertThat(answer.text()).contains("details are not available now");
  }

  @Test
  void aSessionWhoseFirstActivityIsNotWrittenYetCanBePaused() {
    // Given
    bench.sessions.hasNoSession();
    bench.sessions.fallBehind();
    bench.call("session_note", Map.of("note", "Begun"));
    // When
    bench.call("session_pause", Map.of());
    // Then
    assertThat(bench.publisher.published().getLast().kind()).isEqualTo(ActivityType.SESSION_PAUSED);
  }

  @Test
  void endingASessionAnswersWithItsScoreAndReport() {
    // When
    Tool.Answer answer = bench.call("session_end", Map.of());
    // Then
    assertThat(answer.text()).contains("Session #48", "Goal: Ship it");
    assertThat(answer.content()).containsEntry("report", answer.text());
    assertThat(answer.content().toString())
        .contains("duration_minutes=90", "total=64.67", "name=completion");
  }

  @Test
  void endingNothingIsHarmless() {
    // Given
    bench.sessions.hasNoSession();
    // When
    Tool.Answer answer = bench.call("session_end", Map.of());
    // Then
    assertThat(answer.text()).isEqualTo("No session was open, so there was nothing to end.");
    assertThat(answer.content()).isEqualTo(Map.of("effect", "visible"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"session_pause", "session_resume"})
  void thereMustBeASessionToPauseOrResume(String tool) {
    // Given
    bench.sessions.hasNoSession();
    // When, Then
    assertThatThrownBy(() -> bench.call(tool, Map.of()))
        .isInstanceOf(NothingThereException.class)
        .hasMessageContaining("session_start begins one");
    assertThat(bench.publisher.published()).isEmpty();
  }

  @Test
  void theCurrentSessionIsToldWithItsProgress() {
    // When
    Tool.Answer answer = bench.call("session_current", Map.of());
    // Then
    assertThat(bench.publisher.published()).isEmpty();
    assertThat(answer.content())
        .containsEntry("open", true)
        .containsEntry("elapsed_minutes", 120L)
        .containsEntry("active_files", List.of("src/Login.java"));
  }

  @Test
  void withoutASessionThereIsNoneToTell() {
    // Given
    bench.sessions.hasNoSession();
    // When
    Tool.Answer answer = bench.call("session_current", Map.of());
    // Then
    assertThat(answer.content()).isEqualTo(Map.of("open", false));
  }
}
