package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients send that do not keep to the protocol: each is answered, and nobody is shown a stack
 * trace.
 */
@Timeout(60)
class McpHostileTest {
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",
       "capabilities":{},"clientInfo":{"name":"raw","version":"1"}}}""";

  private static RunningTracker tracker;
  private static String session;

  @BeforeAll
  static void start() throws Exception {
    tracker = RunningTracker.start();
    session = post(INITIALIZE).headers().firstValue("Mcp-Session-Id").orElseThrow();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("{\"jsonrpc\":", -32700),
        Arguments.of("", -32600),
        Arguments.of("7", -32600),
        Arguments.of("[]", -32600),
        Arguments.of("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", -32600),
        Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", -32600),
        Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600),
        Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":1}", -32600),
        Arguments.of("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", -32600),
        Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", -32600),
        Arguments.of("[".repeat(50_000), -32700));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatIsNoMessageIsABadRequest(String body, int code) throws Exception {
    HttpResponse<String> response = post(body, "Mcp-Session-Id", session);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(error(response).path("code").asInt()).isEqualTo(code);
  }

  static Stream<Arguments> wrongParams() {
    return Stream.of(
        Arguments.of("initialize", "{}"),
        Arguments.of("initialize", "[]"),
        Arguments.of("initialize", "{\"protocolVersion\":7,\"capabilities\":{},\"clientInfo\":{}}"),
        Arguments.of(
            "initialize",
            "{\"protocolVersion\":\"1\\nERROR\",\"capabilities\":{},\"clientInfo\":"
                + "{\"name\":\"a\",\"version\":\"b\"}}"),
        Arguments.of("tools/call", "{}"),
        Arguments.of("tools/call", "7"),
        Arguments.of("tools/call", "{\"name\":7}"),
        Arguments.of("tools/call", "{\"name\":\"no_such_tool\"}"),
        Arguments.of("tools/call", "{\"name\":\"task_create\",\"arguments\":\"title\"}"),
        Arguments.of("tools/call", "{\"name\":\"task_create\",\"arguments\":[1]}"),
        Arguments.of("tools/call", "{\"name\":\"task_create\",\"_meta\":[]}"),
        Arguments.of("resources/subscribe", "{\"uri\":7}"),
        Arguments.of("completion/complete", "{}"),
        Arguments.of("completion/complete", "{\"ref\":{\"type\":\"ref/x\"},\"argument\":{}}"),
        Arguments.of("logging/setLevel", "{\"level\":\"loud\"}"),
        Arguments.of("logging/setLevel", "{\"level\":[]}"));
  }

  @ParameterizedTest
  @MethodSource("wrongParams")
  void aRequestWithWrongParametersIsAnswered(String method, String params) throws Exception {
    HttpResponse<String> response = request(method, params);
    assertThat(RunningTracker.json(response).path("id").asInt()).isEqualTo(5);
    assertThat(error(response).path("code").asInt()).isEqualTo(-32602);
  }

  @Test
  void capabilitiesThatCannotBeReadAreABadRequest() throws Exception {
    HttpResponse<String> response =
        post(INITIALIZE.replace("\"capabilities\":{}", "\"capabilities\":{\"sampling\":\"x\"}"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(error(response).path("message").asString("")).isEqualTo("Invalid message format");
  }

  @Test
  void aMethodThatDoesNotExistIsNotFound() throws Exception {
    HttpResponse<String> response = request("resources/frobnicate", "{}");
    assertThat(event(response).path("error").path("code").asInt()).isEqualTo(-32601);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "1999-01-01", "x"})
  void aRevisionThatIsNotServedIsABadRequest(String revision) throws Exception {
    HttpResponse<String> response =
        post(ping(), "Mcp-Session-Id", session, "MCP-Protocol-Version", revision);
    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void aRequestWithoutASessionIsABadRequest() throws Exception {
    HttpResponse<String> response = post(ping());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(error(response).path("message").asString("")).contains("send initialize first");
  }

  @Test
  void aSessionThatIsNoMoreIsNotFound() throws Exception {
    HttpResponse<String> response = post(ping(), "Mcp-Session-Id", "gone");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(error(response).path("message").asString("")).isEqualTo("Session not found: gone");
  }

  @Test
  void aMessageThatIsTooLargeIsRefused() throws Exception {
    String large = ping().replace("{}", "\"" + "x".repeat(McpFront.MAX_BYTES) + "\"");
    assertThat(post(large, "Mcp-Session-Id", session).statusCode()).isEqualTo(413);
  }

  @Test
  void aWorkspaceThatCannotBeIsABadRequest() throws Exception {
    HttpResponse<String> response =
        post(ping(), "Mcp-Session-Id", session, "Aidis-Workspace", "a/b");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(error(response).path("message").asString("")).contains("workspace must contain");
  }

  @Test
  void textIsKeptAsItIs() throws Exception {
    // Given
    String hostile = "'; DROP TABLE sessions; -- <script>\u001b[2J\u202e \ud83d\ude00";
    JsonMapper json = JsonMapper.shared();
    // When
    HttpResponse<String> response =
        request(
            "tools/call",
            "{\"name\":\"task_create\",\"arguments\":{\"title\":%s}}"
                .formatted(json.writeValueAsString(hostile)));
    // Then
    assertThat(event(response).path("result").path("isError").asBoolean(false)).isFalse();
    assertThat(tracker.publisher().published().getLast().title()).isEqualTo(hostile);
  }

  @Test
  void anUnpairedSurrogateOrANullCharacterDoesNoHarm() throws Exception {
    for (String title : List.of("a\\u0000b", "a\\ud800b")) {
      HttpResponse<String> response =
          request(
              "tools/call",
              "{\"name\":\"task_create\",\"arguments\":{\"title\":\"" + title + "\"}}");
      assertThat(event(response).has("result")).as(response.body()).isTrue();
    }
  }

  @Test
  void openStreamsDoNotDelayTheShutdown() throws Exception {
    // Given
    RunningTracker other = RunningTracker.start();
    HttpResponse<String> opened = post(other, INITIALIZE);
    String id = opened.headers().firstValue("Mcp-Session-Id").orElseThrow();
    var stream =
        other.sendAsync(
            HttpRequest.newBuilder(other.uri("/mcp"))
                .headers("Accept", "text/event-stream", "Mcp-Session-Id", id)
                .build());
    assertThat(post(other, ping(), "Mcp-Session-Id", id).statusCode()).isEqualTo(200);
    // When
    long begun = System.nanoTime();
    other.close();
    // Then
    assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    assertThat(stream).isNotNull();
  }

  private static String ping() {
    return "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\",\"params\":{}}";
  }

  private static HttpResponse<String> request(String method, String params) throws Exception {
    return post(
        "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"%s\",\"params\":%s}".formatted(method, params),
        "Mcp-Session-Id",
        session);
  }

  private static HttpResponse<String> post(String body, String... headers) throws Exception {
    return post(tracker, body, headers);
  }

  private static HttpResponse<String> post(RunningTracker to, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.uri("/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body));
    HttpResponse<String> response =
        to.send((headers.length == 0 ? request : request.headers(headers)).build());
    assertThat(response.body()).doesNotContain("stackTrace", "Exception", "jackson");
    return response;
  }

  private static JsonNode error(HttpResponse<String> response) {
    return RunningTracker.json(response).path("error");
  }

  /** The message in the one event of a stream. */
  private static JsonNode event(HttpResponse<String> response) {
    String data =
        response
            .body()
            .lines()
            .filter(line -> line.startsWith("data: "))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no event in: " + response.body()));
    return JsonMapper.shared().readTree(data.substring("data: ".length()));
  }
}
