package dev.aidis.ingest.mcp.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.mcp.stateless.StatelessClient.Reply;
import dev.aidis.schemas.Activity;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The goal of a session, asked for and judged, in both kinds of the protocol. */
@Timeout(60)
class McpGoalsTest {
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
  void reset() {
    tracker.publisher().reset();
    tracker.sessions().reset();
  }

  @Test
  void withASessionTheUserIsAskedWhileTheCallGoesOn() {
    // When
    start(_ -> ElicitResult.builder(Action.ACCEPT).content(Map.of("goal", "Log in")).build());
    // Then
    assertThat(started()).singleElement().returns("Log in", Activity::body);
  }

  @Test
  void aClientThatFailsToAskCostsNothing() {
    // When
    start(
        _ -> {
          throw new IllegalStateException("no window to ask in");
        });
    // Then
    assertThat(started()).singleElement().returns(null, Activity::body);
  }

  private static void start(Function<ElicitRequest, ElicitResult> user) {
    McpClient.SyncSpec asking =
        tracker
            .client()
            .capabilities(ClientCapabilities.builder().elicitation().build())
            .elicitation(user::apply);
    try (McpSyncClient client = asking.build()) {
      client.initialize();
      CallToolResult result = client.callTool(CallToolRequest.builder("session_start").build());
      assertThat(result.isError()).isNotEqualTo(true);
    }
  }

  @Test
  void withASessionTheClientsModelJudges() {
    // Given
    McpClient.SyncSpec asking =
        tracker
            .client()
            .capabilities(ClientCapabilities.builder().sampling().build())
            .sampling(
                _ ->
                    CreateMessageResult.builder(
                            Role.ASSISTANT,
                            TextContent.builder("NO. Nothing was done.").build(),
                            "a-model")
                        .build());
    try (McpSyncClient client = asking.build()) {
      client.initialize();
      // When
      client.callTool(CallToolRequest.builder("session_evaluate_goal").build());
    }
    // Then
    assertThat(tracker.publisher().published().getLast())
        .returns("goal_evaluated", Activity::type)
        .returns("Nothing was done.", Activity::body)
        .returns("no", evaluated -> evaluated.attributes().get("verdict"));
  }

  @Test
  void withoutASessionTheQuestionIsTheResultAndTheRetryRecordsOnce() throws Exception {
    // Given
    StatelessClient client = new StatelessClient(tracker, "elicitation");
    Map<String, Object> call = Map.of("name", "session_start", "arguments", Map.of());
    // When
    Reply asked = client.send("tools/call", call);
    // Then
    assertThat(asked.result().path("inputRequests").path("goal").path("method").asString())
        .isEqualTo("elicitation/create");
    assertThat(started()).isEmpty();
    // When
    Map<String, Object> answered =
        Map.of(
            "name",
            "session_start",
            "arguments",
            Map.of(),
            "inputResponses",
            Map.of("goal", Map.of("action", "accept", "content", Map.of("goal", "Log in"))));
    Reply begun = client.send("tools/call", answered);
    // Then
    assertThat(begun.result().path("structuredContent").path("effect").asString())
        .isEqualTo("visible");
    assertThat(started()).singleElement().returns("Log in", Activity::body);
  }

  @Test
  void whoDeclinesStartsWithoutAGoal() throws Exception {
    // When
    new StatelessClient(tracker, "elicitation")
        .send(
            "tools/call",
            Map.of(
                "name",
                "session_start",
                "arguments",
                Map.of(),
                "inputResponses",
                Map.of("goal", Map.of("action", "decline"))));
    // Then
    assertThat(started()).singleElement().returns(null, Activity::body);
  }

  @Test
  void aClientWithoutASessionIsAnnouncedOnceAndItsNameKept() throws Exception {
    // Given
    StatelessClient client = new StatelessClient(tracker);
    // When
    client.send("server/discover", Map.of());
    client.call("task_create", Map.of("title", "Write it"));
    client.call("task_create", Map.of("title", "Read it"));
    // Then
    assertThat(tracker.publisher().published())
        .filteredOn(activity -> activity.type().equals("task_created"))
        .extracting(Activity::client)
        .containsExactly("next/9", "next/9");
    assertThat(tracker.publisher().published())
        .filteredOn(activity -> activity.type().equals("client_connected"))
        .hasSizeLessThanOrEqualTo(1);
  }

  private static List<Activity> started() {
    return tracker.publisher().published().stream()
        .filter(activity -> activity.type().equals("session_started"))
        .toList();
  }
}
