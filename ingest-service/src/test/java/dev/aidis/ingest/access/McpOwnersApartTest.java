package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.token.Tokens;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob has a token of his own, and tries to get at what is Ada's over MCP. */
class McpOwnersApartTest {
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",
       "capabilities":{},"clientInfo":{"name":"raw","version":"1"}}}""";
  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";

  private static RunningTracker tracker;
  private static String bob;
  private static String ada;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start(Map.of("aidis.access.require-token", true));
    bob = bearer("bob");
    ada = bearer("ada");
  }

  private static String bearer(String owner) {
    return "Bearer "
        + tracker.token(new Tokens.Wanted(owner, owner + "s", null, false, null)).secret().text();
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
  void anothersSessionIsNotThere() {
    try (McpSyncClient client = tracker.mcpClient("Authorization", bob)) {
      client.initialize();

      assertThat(call(client, "session_get", Map.of("session", "48")).isError()).isTrue();
      assertThat(call(client, "session_timeline", Map.of("session", "48")).isError()).isTrue();
      assertThatThrownBy(
              () -> client.readResource(ReadResourceRequest.builder("aidis://session/48").build()))
          .hasMessageContaining("48");
    }
  }

  @Test
  void whatIsToldBecomesOnesOwn() {
    try (McpSyncClient client = tracker.mcpClient("Authorization", bob)) {
      client.initialize();
      CallToolResult told = call(client, "session_note", Map.of("note", "mine"));

      assertThat(told.isError()).isNotEqualTo(true);
      assertThat(tracker.publisher().published())
          .isNotEmpty()
          .allSatisfy(
              activity -> {
                assertThat(activity.owner()).isEqualTo("bob");
                assertThat(activity.machine()).isEqualTo("bobs");
              });
    }
  }

  @Test
  void anothersMcpSessionIsNotThere() throws Exception {
    // Given
    String session =
        post(INITIALIZE, ada, "none").headers().firstValue("Mcp-Session-Id").orElseThrow();

    // When / Then
    assertThat(post(LIST, bob, session).statusCode()).isEqualTo(404);
    assertThat(send("GET", bob, session)).isEqualTo(404);
    assertThat(send("DELETE", bob, session)).isEqualTo(404);
    assertThat(post(LIST, ada, session).statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionDoesNotOutliveItsToken() throws Exception {
    // Given
    Tokens.Issued brief = tracker.token(new Tokens.Wanted("bob", null, null, false, null));
    String bearer = "Bearer " + brief.secret().text();
    String session =
        post(INITIALIZE, bearer, "none").headers().firstValue("Mcp-Session-Id").orElseThrow();

    // When
    tracker.bean(Tokens.class).revoke(brief.token());

    // Then
    assertThat(post(LIST, bearer, session).statusCode()).isEqualTo(401);
    assertThat(post(LIST, bob, session).statusCode()).isEqualTo(200);
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static HttpResponse<String> post(String json, String token, String session)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(tracker.uri("/mcp"))
            .header("Authorization", token)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return tracker.send(
        (session.equals("none") ? request : request.header("Mcp-Session-Id", session)).build());
  }

  private static int send(String method, String token, String session) throws Exception {
    return tracker
        .send(
            HttpRequest.newBuilder(tracker.uri("/mcp"))
                .header("Authorization", token)
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build())
        .statusCode();
  }
}
