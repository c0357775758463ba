package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HookEndpointTest {
  private static final String PATH = "/hooks/claude-code";
  private static final String STOP =
      """
      {"session_id": "s", "cwd": "/home/dev/demo", "hook_event_name": "Stop"}""";
  private static RunningTracker tracker;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @BeforeEach
  void forget() {
    tracker.publisher().reset();
  }

  @Test
  void whatClaudeCodeSendsIsTakenAndAnsweredWithNothing() throws Exception {
    // When
    for (String line : HookBench.fixture("claude-code-http-hooks.jsonl")) {
      JsonNode request = HookBench.json(line);
      HttpResponse<String> response =
          tracker.post(
              PATH,
              request.path("body").toString(),
              "Accept",
              request.path("headers").path("accept").asString(""),
              "User-Agent",
              request.path("headers").path("user-agent").asString(""),
              "Authorization",
              request.path("headers").path("authorization").asString("Bearer none"));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
    }
    // Then
    assertThat(tracker.publisher().published())
        .extracting(Activity::type)
        .containsExactly("prompt_submitted", "tool_used", "tool_used", "heartbeat", "heartbeat");
    assertThat(tracker.publisher().published()).extracting(Activity::owner).containsOnly("ada");
  }

  @Test
  void theCallerTellsWorkspaceMachineAndProject() throws Exception {
    // When
    tracker.post(
        PATH,
        STOP,
        "Aidis-Workspace",
        "side",
        "Aidis-Machine",
        "desk",
        "Aidis-Project",
        "checkout");
    // Then
    assertThat(tracker.publisher().published().getFirst())
        .returns("side", Activity::workspace)
        .returns("desk", Activity::machine)
        .returns("checkout", Activity::project);
  }

  @Test
  void anEventOfTheFutureIsTakenAndCounted() throws Exception {
    // When
    HttpResponse<String> response =
        tracker.post(
            PATH, "{\"hook_event_name\": \"ModelDreamed\", \"dream\": {\"sheep\": [1, null]}}");
    // Then
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(tracker.publisher().batches()).isEmpty();
    assertThat(tracker.get("/actuator/prometheus").body())
        .contains("aidis_ingest_hooks_total{event=\"other\",outcome=\"unknown_event\"}");
  }

  @Test
  void whatIsNoPayloadIsRefusedWithAReason() throws Exception {
    assertRefused("{\"session_id\": \"s\", ", "The body is not JSON");
    assertRefused("", "must be the JSON object");
    assertRefused("[]", "must be the JSON object");
    assertRefused("null", "must be the JSON object");
    assertThat(tracker.publisher().batches()).isEmpty();
  }

  @Test
  void whenTheLogIsAwayTheCallerIsTold() throws Exception {
    // Given
    tracker.publisher().breakDown();
    // When
    HttpResponse<String> response = tracker.post(PATH, STOP);
    // Then
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("Kafka is away");
  }

  @Test
  void theUseOfAToolCountsOnceThoughMcpAndAHookTellIt() throws Exception {
    // Given an endpoint that is not called aidis in the assistant's settings
    try (McpSyncClient assistant = tracker.mcpClient()) {
      assistant.initialize();
      assistant.callTool(
          CallToolRequest.builder("task_create")
              .arguments(Map.of("title", "Ship it"))
              .meta(Map.of("claudecode/toolUseId", "toolu_9"))
              .build());
    }
    // When
    tracker.post(
        PATH,
        """
        {"session_id": "s", "hook_event_name": "PostToolUse", "tool_use_id": "toolu_9",
         "tool_name": "mcp__tracker__task_create", "tool_input": {"title": "Ship it"}}""");
    // Then
    assertThat(tracker.publisher().published())
        .extracting(Activity::type)
        .containsExactlyInAnyOrder("client_connected", "task_created");
  }

  @Test
  void anAssistantThatStopsAfterTheEndBeginsNoSession() throws Exception {
    // Given
    tracker.post("/api/v1/activities", "{\"activities\": [{\"type\": \"session_ended\"}]}");
    // When
    tracker.post(PATH, STOP);
    // Then
    assertThat(tracker.publisher().published())
        .extracting(Activity::type)
        .containsExactly("session_ended");
    // And when it works again
    String prompt = STOP.replace("Stop", "UserPromptSubmit");
    tracker.post(PATH, prompt);
    tracker.post(PATH, STOP);
    assertThat(tracker.publisher().published())
        .extracting(Activity::type)
        .containsExactly("session_ended", "prompt_submitted", "heartbeat");
  }

  private static void assertRefused(String body, String sentence) throws Exception {
    HttpResponse<String> response = tracker.post(PATH, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains(sentence).doesNotContain("Exception");
  }
}
