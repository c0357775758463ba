package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Users who think before they answer. */
@Timeout(60)
class McpPatienceTest {
  /** More than the SDK has threads for, if it were not told to use those of the requests. */
  private static final int MANY = 64;

  @Test
  void whoDoesNotAnswerInTimeStartsWithoutAGoal() {
    CountDownLatch answered = new CountDownLatch(1);
    try (RunningTracker tracker = RunningTracker.start(Map.of("aidis.mcp.patience", "200ms"));
        McpSyncClient client =
            tracker
                .client()
                .capabilities(ClientCapabilities.builder().elicitation().build())
                .elicitation(
                    _ -> {
                      awaitQuietly(answered);
                      return ElicitResult.builder(Action.DECLINE).build();
                    })
                .build()) {
      // Given
      client.initialize();
      // When
      var result = client.callTool(CallToolRequest.builder("session_start").build());
      answered.countDown();
      // Then
      assertThat(result.isError()).isNotEqualTo(true);
      assertThat(tracker.publisher().published())
          .filteredOn(activity -> activity.type().equals("session_started"))
          .singleElement()
          .returns(null, Activity::body);
    }
  }

  @Test
  void whileManyThinkOthersAreAnswered() throws Exception {
    try (RunningTracker tracker = RunningTracker.start(Map.of("aidis.mcp.patience", "20s"))) {
      // Given
      List<CompletableFuture<HttpResponse<String>>> thinking = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        String session = open(tracker, "{\"elicitation\":{}}");
        thinking.add(tracker.sendAsync(call(tracker, session, "session_start", "{}")));
      }
      // When
      String session = open(tracker, "{}");
      HttpResponse<String> answer =
          tracker.send(call(tracker, session, "session_note", "{\"note\":\"Go on\"}"));
      // Then
      assertThat(answer.body()).contains("visible");
      assertThat(thinking).noneMatch(CompletableFuture::isDone);
    }
  }

  private static String open(RunningTracker tracker, String capabilities) throws Exception {
    return tracker
        .send(
            post(
                    tracker,
                    """
                    {"jsonrpc":"2.0","id":1,"method":"initialize","params":
                     {"protocolVersion":"2025-11-25","capabilities":%s,
                      "clientInfo":{"name":"raw","version":"1"}}}"""
                        .formatted(capabilities))
                .build())
        .headers()
        .firstValue("Mcp-Session-Id")
        .orElseThrow();
  }

  private static HttpRequest call(
      RunningTracker tracker, String session, String tool, String arguments) {
    return post(
            tracker,
            """
            {"jsonrpc":"2.0","id":2,"method":"tools/call",
             "params":{"name":"%s","arguments":%s}}"""
                .formatted(tool, arguments))
        .header("Mcp-Session-Id", session)
        .build();
  }

  private static HttpRequest.Builder post(RunningTracker tracker, String body) {
    return HttpRequest.newBuilder(tracker.uri("/mcp"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(BodyPublishers.ofString(body));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
