package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a tracker does for whoever uses it, wherever it runs: in one JVM, as processes or as
 * containers. Whose tracker it is is called ada, and nobody else used it before.
 */
interface EndToEnd {
  String WRITTEN_OF =
      "SELECT count(DISTINCT uuid), count(*) FROM session_activities WHERE owner = ?";
  String COUNTED_OF = "SELECT activities FROM sessions WHERE owner = ?";

  TrackerClient client();

  /** Stops the tracker as one does who wants to start it again, and starts it again. */
  void restart() throws IOException, InterruptedException;

  @Test
  default void anAssistantsCallsBecomeAScoredSession() throws SQLException {
    // Given
    try (McpSyncClient assistant = client().mcp()) {
      assistant.initialize();

      // When
      call(assistant, "session_start", Map.of("goal", "Log in", "project", "shop"));
      String first = task(assistant, "Add the form");
      String second = task(assistant, "Add the check");
      task(assistant, "Add the tests");
      call(assistant, "task_update", Map.of("task_id", first, "status", "completed"));
      call(assistant, "task_update", Map.of("task_id", second, "status", "completed"));
      call(assistant, "decision_record", Map.of("title", "Use JWT", "rationale", "No state"));
      call(assistant, "decision_record", Map.of("title", "Expire after a day"));
      call(assistant, "context_add", Map.of("content", "see @src/Login.java and @src/Token.java"));
      call(assistant, "project_create", Map.of("name", "till", "description", "Takes money"));
      call(assistant, "session_end", Map.of("notes", "Tests are left"));
      Map<?, ?> judged =
          call(
              assistant,
              "session_evaluate_goal",
              Map.of("verdict", "partial", "explanation", "Tests are left"));
      assertThat(judged.get("effect")).isEqualTo("visible");
    }

    // Then: 40 * 2/3 for tasks, 3 for each decision, 2 for the context item
    assertThat(
            client()
                .rows(
                    """
                SELECT s.session_goals, p.name, s.status, s.tasks_created, s.tasks_completed,
                       s.decisions_made, s.context_items_added, s.productivity_score
                FROM sessions s JOIN projects p ON p.id = s.project_id
                WHERE s.owner = 'ada'
                """))
        .containsExactly("Log in|shop|ended|3|2|2|1|34.67");
    assertThat(
            client()
                .rows(
                    """
                SELECT s.status, a.body, a.occurred_at = s.ended_at
                FROM session_activities a JOIN sessions s ON s.id = a.session_id
                WHERE a.activity_type = 'goal_evaluated'
                """))
        .containsExactly("ended|Tests are left|t");
    assertThat(client().rows("SELECT name FROM projects ORDER BY name")).contains("shop", "till");
    assertThat(client().rows("SELECT title, status FROM tasks WHERE owner = 'ada' ORDER BY id"))
        .containsExactly("Add the form|completed", "Add the check|completed", "Add the tests|todo");
    assertThat(client().rows("SELECT title, rationale FROM decisions ORDER BY id"))
        .containsExactly("Use JWT|No state", "Expire after a day|null");
    assertThat(client().rows("SELECT content FROM context"))
        .containsExactly("see @src/Login.java and @src/Token.java");
    assertThat(
            client().rows("SELECT file_path, mentioned_in_context FROM session_files ORDER BY 1"))
        .containsExactly("src/Login.java|1", "src/Token.java|1");
  }

  @Test
  default void whatIsSentTwiceIsCountedOnce() throws IOException, InterruptedException {
    // Given
    List<UUID> ids = TrackerClient.ids(100);
    client().postNotes("twice", ids);

    // When
    client().postNotes("twice", ids);
    List<UUID> marker = TrackerClient.ids(1);
    client().postNotes("twice", marker);

    // Then
    awaitRows(COUNTED_OF, "twice", "101");
    awaitRows(WRITTEN_OF, "twice", "101|101");
  }

  @Test
  default void aRestartLosesNothing() throws IOException, InterruptedException {
    // Given
    client().postNotes("patient", TrackerClient.ids(100));

    // When
    restart();

    // Then
    awaitRows(COUNTED_OF, "patient", "100");
    client().postNotes("patient", TrackerClient.ids(1));
    awaitRows(COUNTED_OF, "patient", "101");
  }

  private void awaitRows(String query, String owner, String expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(client().rows(query, owner)).containsExactly(expected));
  }

  private static String task(McpSyncClient assistant, String title) {
    return String.valueOf(call(assistant, "task_create", Map.of("title", title)).get("task_id"));
  }

  private static Map<?, ?> call(
      McpSyncClient assistant, String tool, Map<String, Object> arguments) {
    var result = assistant.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    assertThat(result.isError()).as("%s: %s", tool, result).isNotEqualTo(true);
    return (Map<?, ?>) result.structuredContent();
  }
}
