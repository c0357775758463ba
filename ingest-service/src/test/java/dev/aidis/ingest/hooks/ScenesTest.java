package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void allWorkTreesOfARepositoryAreOneProjectAndNameFilesByTheirOwnRoot(@TempDir Path disk)
      throws IOException {
    // Given
    Path topic = linkedWorkTree(disk);
    // When
    Activity edit =
        HookBench.onDisk()
            .tell(
                """
                {"session_id": "s", "hook_event_name": "PostToolUse", "cwd": "%s",
                 "tool_name": "Edit", "tool_use_id": "toolu_1",
                 "tool_input": {"file_path": "%s/src/Cart.java"}}"""
                    .formatted(topic, topic))
            .activities()
            .stream()
            .filter(activity -> activity.filePath() != null)
            .findFirst()
            .orElseThrow();
    // Then
    assertThat(edit.project()).isEqualTo("shop");
    assertThat(edit.filePath()).isEqualTo("src/Cart.java");
  }

  @Test
  void whatLooksLikeAWorkTreeOfAnotherMachineIsNotReadHere(@TempDir Path disk) throws IOException {
    // Given
    Path topic = linkedWorkTree(disk);
    Caller desk = new Caller(HookBench.ADA, "desk", null, null, null);
    // When
    Told told = HookBench.onDisk().tell(stopIn(topic.toString(), null), desk, HookBench.NOW);
    // Then
    assertThat(told.activities().getFirst().project()).isEqualTo("topic");
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

  /** As {@code git worktree add} writes it in a repository named shop. */
  private static Path linkedWorkTree(Path disk) throws IOException {
    Path own = Files.createDirectories(disk.resolve("shop/.git/worktrees/topic"));
    Files.writeString(own.resolve("commondir"), "../..\n");
    Path topic = Files.createDirectories(disk.resolve("topic"));
    Files.writeString(topic.resolve(".git"), "gitdir: " + own + "\n");
    return topic;
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
