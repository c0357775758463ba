package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.tool.ToolBench.activity;
import static dev.aidis.ingest.mcp.tool.ToolBench.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.schemas.ActivityType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingToolsTest {
  private final ToolBench bench = new ToolBench();

  @Test
  void aCreatedTaskIsTodo() {
    // When
    Tool.Answer answer =
        bench.call(
            "task_create",
            Map.of("title", "Add tokens", "description", "With refresh", "tags", List.of("auth")));
    // Then
    assertThat(bench.publisher.batches())
        .containsExactly(
            List.of(
                activity(2, ActivityType.TASK_CREATED)
                    .taskId(id(1))
                    .title("Add tokens")
                    .body("With refresh")
                    .taskStatus("todo")
                    .tags(List.of("auth"))
                    .description("Created task: Add tokens")
                    .build()));
    assertThat(answer.content()).isEqualTo(Map.of("task_id", id(1).toString(), "status", "todo"));
  }

  @Test
  void aTaskThatIsBegunAtOnceIsCreatedAndStartedInOneBatch() {
    // When
    bench.call("task_create", Map.of("title", "Add tokens", "status", "in_progress"));
    // Then
    assertThat(bench.publisher.batches())
        .containsExactly(
            List.of(
                activity(2, ActivityType.TASK_CREATED)
                    .taskId(id(1))
                    .title("Add tokens")
                    .taskStatus("todo")
                    .description("Created task: Add tokens")
                    .build(),
                activity(3, ActivityType.TASK_IN_PROGRESS)
                    .taskId(id(1))
                    .title("Add tokens")
                    .taskStatus("in_progress")
                    .description("Started task: Add tokens")
                    .build()));
  }

  @Test
  void aTaskUpdateTellsTheNewStatus() {
    // When
    Tool.Answer answer =
        bench.call("task_update", Map.of("task_id", id(9).toString(), "status", "completed"));
    // Then
    assertThat(bench.publisher.published())
        .containsExactly(
            activity(1, ActivityType.TASK_COMPLETED)
                .taskId(id(9))
                .taskStatus("completed")
                .description("Completed task")
                .build());
    assertThat(answer.content()).containsEntry("status", "completed");
  }

  @Test
  void theTimelineNamesTheTaskThatWasUpdated() {
    // Given
    bench.call("task_create", Map.of("title", "Add tokens"));
    // When
    bench.call("task_update", Map.of("task_id", id(1).toString(), "status", "completed"));
    // Then
    assertThat(bench.publisher.published().getLast())
        .isEqualTo(
            activity(3, ActivityType.TASK_COMPLETED)
                .taskId(id(1))
                .taskStatus("completed")
                .description("Completed task: Add tokens")
                .build());
  }

  @Test
  void contextIsPublishedInOneBatchWithEachFileItMentionsOnce() {
    // When
    Tool.Answer answer =
        bench.call(
            "context_add",
            Map.of(
                "content", "See @src/Login.java and @./src/Login.java, also ada@example.org.",
                "title", "Logging in",
                "type", "code",
                "files", List.of("README.md", "src/Login.java")));
    // Then
    Map<String, String> attributes = Map.of("toolUseId", "toolu_1", "type", "code");
    assertThat(bench.publisher.batches())
        .containsExactly(
            List.of(
                activity(2, ActivityType.CONTEXT_ADDED)
                    .contextId(id(1))
                    .title("Logging in")
                    .body("See @src/Login.java and @./src/Login.java, also ada@example.org.")
                    .attributes(attributes)
                    .description("Added context: Logging in")
                    .build(),
                activity(3, ActivityType.FILE_MENTIONED)
                    .contextId(id(1))
                    .filePath("src/Login.java")
                    .description("Mentioned: src/Login.java")
                    .build(),
                activity(4, ActivityType.FILE_MENTIONED)
                    .contextId(id(1))
                    .filePath("README.md")
                    .description("Mentioned: README.md")
                    .build()));
    assertThat(answer.content()).containsEntry("files", List.of("src/Login.java", "README.md"));
  }

  @Test
  void aDecisionKeepsItsReasonAndWhatElseWasConsidered() {
    // When
    bench.call(
        "decision_record",
        Map.of(
            "title",
            "Use JWT",
            "rationale",
            "No session store",
            "alternatives",
            List.of("Cookies", "Opaque tokens"),
            "tags",
            List.of("auth")));
    // Then
    assertThat(bench.publisher.published())
        .containsExactly(
            activity(2, ActivityType.DECISION_MADE)
                .decisionId(id(1))
                .title("Use JWT")
                .body("No session store")
                .tags(List.of("auth"))
                .attributes(
                    Map.of("toolUseId", "toolu_1", "alternatives", "Cookies\nOpaque tokens"))
                .description("Decided: Use JWT")
                .build());
  }

  @Test
  void aModifiedFileKeepsItsLines() {
    // When
    bench.call(
        "file_track",
        Map.of("path", "./a.ts", "action", "modified", "lines_added", 3, "lines_removed", 0));
    // Then
    assertThat(bench.publisher.published())
        .containsExactly(
            activity(1, ActivityType.FILE_MODIFIED)
                .filePath("a.ts")
                .linesAdded(3)
                .linesRemoved(0)
                .description("Modified: a.ts")
                .build());
  }

  @Test
  void aMentionedFileHasNoLines() {
    // When / Then
    assertThatThrownBy(
            () ->
                bench.call(
                    "file_track", Map.of("path", "a.ts", "action", "mentioned", "lines_added", 3)))
        .isInstanceOf(BadArgumentException.class)
        .hasMessageContaining("say action modified or leave them out");
    assertThat(bench.publisher.published()).isEmpty();
  }
}
