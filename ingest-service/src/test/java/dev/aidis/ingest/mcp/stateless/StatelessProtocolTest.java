package dev.aidis.ingest.mcp.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.mcp.conformance.Fixtures;
import dev.aidis.ingest.mcp.stateless.StatelessClient.Message;
import dev.aidis.ingest.mcp.stateless.StatelessClient.Reply;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.function.Consumer;
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

/** What revision 2026-07-28 wants of each request and of each answer. */
@Timeout(60)
class StatelessProtocolTest {
  private static final String PREFIX = "io.modelcontextprotocol/";
  private static RunningTracker tracker;
  private static StatelessClient client;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.offering(Fixtures.offering());
    client = new StatelessClient(tracker);
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @Test
  void theServerTellsWhatItSpeaksAndCan() throws Exception {
    // When
    Reply reply = client.send("server/discover", Map.of());
    // Then
    JsonNode result = reply.result();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(result.path("supportedVersions").valueStream().map(JsonNode::asString))
        .containsExactly("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26");
    assertThat(result.path("capabilities").propertyNames())
        .contains("tools", "prompts", "resources", "completions");
    assertThat(result.path("instructions").asString()).contains("session_start");
    assertThat(result.path("_meta").path(PREFIX + "serverInfo").path("name").asString())
        .isEqualTo("aidis");
  }

  @Test
  void aClientNeedNotSayItsName() throws Exception {
    // Given
    Message message = client.message("server/discover", Map.of());
    message.meta().remove(PREFIX + "clientInfo");
    // When, Then
    assertThat(message.send().status()).isEqualTo(200);
  }

  static Stream<Arguments> spoiled() {
    return Stream.of(
        spoiled(message -> message.params().remove("_meta"), -32602),
        spoiled(message -> message.meta().remove(PREFIX + "protocolVersion"), -32602),
        spoiled(message -> message.meta().remove(PREFIX + "clientCapabilities"), -32602),
        spoiled(message -> message.meta().put(PREFIX + "clientCapabilities", "all"), -32602),
        spoiled(message -> message.meta().put(PREFIX + "logLevel", "loud"), -32602),
        spoiled(message -> message.header("MCP-Protocol-Version", null), -32020),
        spoiled(message -> message.header("MCP-Protocol-Version", "2025-11-25"), -32020),
        spoiled(message -> message.meta().put(PREFIX + "protocolVersion", "2025-11-25"), -32020),
        spoiled(message -> message.header("Mcp-Method", null), -32020),
        spoiled(message -> message.header("Mcp-Method", "prompts/list"), -32020),
        spoiled(message -> message.header("Mcp-Method", "TOOLS/LIST"), -32020));
  }

  private static Arguments spoiled(Consumer<Message> how, int code) {
    return Arguments.of(how, code);
  }

  @ParameterizedTest
  @MethodSource("spoiled")
  void aRequestThatContradictsItselfOrLacksSomethingIsABadRequest(Consumer<Message> spoil, int code)
      throws Exception {
    // Given
    Message message = client.message("tools/list", Map.of());
    spoil.accept(message);
    // When
    Reply reply = message.send();
    // Then
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.messages().getFirst().path("id").asInt()).isEqualTo(7);
  }

  @Test
  void aRevisionThatIsNotKnownIsToldTheKnownOnes() throws Exception {
    // Given
    Message message =
        client.message("server/discover", Map.of()).header("MCP-Protocol-Version", "v999");
    message.meta().put(PREFIX + "protocolVersion", "v999");
    // When
    Reply reply = message.send();
    // Then
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(-32022);
    assertThat(reply.error().path("data").path("requested").asString()).isEqualTo("v999");
    assertThat(reply.error().path("data").path("supported").get(0).asString())
        .isEqualTo("2026-07-28");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "initialize",
        "ping",
        "logging/setLevel",
        "resources/subscribe",
        "resources/unsubscribe",
        "unknown/method"
      })
  void aMethodThatThisRevisionDoesNotHaveIsNotFound(String method) throws Exception {
    // When
    Reply reply = client.send(method, Map.of());
    // Then
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo(-32601);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void thereIsNothingToGetOrDelete(String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(tracker.uri("/mcp"))
            .header("MCP-Protocol-Version", "2026-07-28")
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(tracker.send(request).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tools/list", "prompts/list", "resources/list", "resources/templates/list"})
  void whatIsOfferedMayBeKeptForAWhile(String method) throws Exception {
    // When
    JsonNode result = client.send(method, Map.of()).result();
    // Then
    assertThat(result.path("resultType").asString()).isEqualTo("complete");
    assertThat(result.path("ttlMs").asInt()).isEqualTo(300_000);
    assertThat(result.path("cacheScope").asString()).isEqualTo("public");
  }

  @Test
  void aSessionIsTheCallersOwnAndNotToBeKept() throws Exception {
    // When
    JsonNode result =
        client.send("resources/read", Map.of("uri", "aidis://session/current")).result();
    // Then
    assertThat(result.path("contents").get(0).path("text").asString()).contains("Ship it");
    assertThat(result.path("ttlMs").asInt(-1)).isZero();
    assertThat(result.path("cacheScope").asString()).isEqualTo("private");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test://nothing", "aidis://session/49", "aidis://stats/soon"})
  void aResourceThatIsNotThereIsNamedInTheError(String uri) throws Exception {
    // When
    Reply reply = client.send("resources/read", Map.of("uri", uri));
    // Then
    assertThat(reply.code()).isEqualTo(-32602);
    assertThat(reply.error().path("data").path("uri").asString()).isEqualTo(uri);
  }

  @Test
  void progressIsToldOnTheStreamOfItsRequest() throws Exception {
    // Given
    Message message =
        client.message(
            "tools/call", Map.of("name", "test_tool_with_progress", "arguments", Map.of()));
    message.meta().put("progressToken", "p1");
    // When
    Reply reply = message.send();
    // Then
    assertThat(reply.messages())
        .extracting(told -> told.path("params").path("progress").asInt(-1))
        .containsExactly(0, 50, 100, -1);
    assertThat(reply.messages().getFirst().path("params").path("progressToken").asString())
        .isEqualTo("p1");
    assertThat(reply.http().headers().firstValue("X-Accel-Buffering")).contains("no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "warning", "info"})
  void onlyWhoAsksIsToldTheLog(String level) throws Exception {
    // Given
    Message message =
        client.message(
            "tools/call", Map.of("name", "test_tool_with_logging", "arguments", Map.of()));
    if (!level.isEmpty()) {
      message.meta().put(PREFIX + "logLevel", level);
    }
    // When, Then
    assertThat(message.send().messages()).hasSize(level.equals("info") ? 4 : 1);
  }

  @Test
  void aToolThatNeedsWhatTheClientCannotIsABadRequest() throws Exception {
    // When
    Reply reply = client.call("test_missing_capability", Map.of());
    // Then
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(-32021);
    assertThat(reply.error().path("data").path("requiredCapabilities").has("sampling")).isTrue();
  }

  @Test
  void anUnknownToolIsAnsweredWithTheOneThatIsMeant() throws Exception {
    // When
    Reply reply = client.call("session_strat", Map.of());
    // Then
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.error().path("message").asString()).contains("did you mean 'session_start'?");
  }
}
