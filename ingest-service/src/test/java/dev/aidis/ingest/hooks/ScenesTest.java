package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where an event happened, and on what project. */
class ScenesTest {
  private static final Instant LATER = HookBench.NOW.plusSeconds(1);

  private final HookBench bench = HookBench.create();

  @Test
  void theProjectIsTheRepositoryAroundTheDirectory() {
    assertThat(projectIn("/home/ada/shop/src/main")).isEqualTo("shop");
  }

  @Test
  void withoutARepositoryItIsTheDirectoryInWhichTheAssistantWasStarted() {
    String transcript = "/home/ada/.claude/projects/-home-ada-my-notes/s.jsonl";
    assertThat(project("/home/ada/my.notes/drafts", transcript)).isEqualTo("my.notes");
    assertThat(
            project("C:\\src\\till\\api", "C:\\Users\\a\\.claude\\projects\\C--src-till\\s.jsonl"))
        .isEqualTo("till");
  }

  @Test
  void elseItIsTheDirectoryInWhichItWasSeenFirst() {
    assertThat(projectIn("/srv/till")).isEqualTo("till");
    assertThat(projectIn("/tmp/elsewhere")).isEqualTo("till");
    assertThat(projectIn("/home/ada/shop")).isEqualTo("shop");
  }

  @Test
  void aRepositoryOnAnotherMachineCannotBeSeen() {
    // Given
    Caller desk = new Caller(HookBench.ADA, "desk", null, null, null);
    // When
    Told told = bench.tell(stopIn("/home/ada/shop/src", null), desk, HookBench.NOW);
    // Then
    assertThat(told.activities().getFirst().project()).isEqualTo("src");
  }

  @Test
  void whatTheRequestNamesGoesBeforeAll() {
    // Given
    Caller caller = new Caller(HookBench.ADA, "laptop", null, "till", null);
    // When
    Told told = bench.tell(stopIn("/home/ada/shop", null), caller, HookBench.NOW);
    // Then
    assertThat(told.activities().getFirst().project()).isEqualTo("till");
  }

  @Test
  void aProjectThatTheAssistantNamedHoldsForItsSession() {
    // Given
    bench.tell(
        """
        {"session_id": "s", "hook_event_name": "PostToolUse", "cwd": "/home/ada/shop",
         "tool_name": "mcp__aidis__session_start", "tool_input": {"project": "checkout"}}""");
    // When / Then
    assertThat(projectIn("/home/ada/shop")).isEqualTo("checkout");
    assertThat(bench.one(stopIn("/home/ada/shop", null).replace("\"s\"", "\"t\"")).project())
        .isEqualTo("shop");
  }

  @Test
  void aSwitchHoldsForThoseWhoWereThere() {
    // Given
    assertThat(projectIn("/home/ada/shop")).isEqualTo("shop");
    bench.work.note(told(ActivityType.PROJECT_SWITCHED, "checkout"));
    // When / Then
    assertThat(projectIn("/home/ada/shop")).isEqualTo("checkout");
    Told afterwards =
        bench.tell(
            stopIn("/home/ada/shop", null).replace("\"s\"", "\"t\""),
            HookBench.CALLER,
            LATER.plusSeconds(1));
    assertThat(afterwards.activities().getFirst().project()).isEqualTo("shop");
  }

  @Test
  void aStartThatGuessedAProjectSwitchesNothing() {
    // Given
    assertThat(projectIn("/home/ada/shop")).isEqualTo("shop");
    bench.work.note(told(ActivityType.SESSION_STARTED, "other"));
    // When / Then
    assertThat(projectIn("/home/ada/shop")).isEqualTo("shop");
  }

  @Test
  void theModelHoldsUntilAnotherIsTold() {
    // Given
    bench.tell(
        """
        {"session_id": "s", "hook_event_name": "SessionStart", "model": "claude-opus-4-5"}""");
    // When
    Activity later = bench.one(stopIn("/home/ada/shop", null));
    // Then
    assertThat(later.aiModel()).isEqualTo("claude-opus-4-5");
    assertThat(later.aiProvider()).isEqualTo("anthropic");
  }

  private @Nullable String projectIn(String directory) {
    return project(directory, null);
  }

  private @Nullable String project(String directory, @Nullable String transcript) {
    return bench.one(stopIn(directory, transcript)).project();
  }

  private static String stopIn(String directory, @Nullable String transcript) {
    return """
    {"session_id": "s", "hook_event_name": "Stop", "cwd": "%s", "transcript_path": "%s"}"""
        .formatted(directory, transcript == null ? "" : transcript)
        .replace("\\", "\\\\");
  }

  private static Activity told(ActivityType type, String project) {
    return Activity.builder(UUID.randomUUID(), type)
        .occurredAt(LATER)
        .owner("ada")
        .machine("laptop")
        .project(project)
        .build();
  }
}
