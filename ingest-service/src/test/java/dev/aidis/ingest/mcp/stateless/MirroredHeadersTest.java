package dev.aidis.ingest.mcp.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.mcp.conformance.Fixtures;
import dev.aidis.ingest.mcp.stateless.StatelessClient.Message;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers that repeat the body. */
@Timeout(60)
class MirroredHeadersTest {
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

  static Stream<Arguments> mirrored() {
    return Stream.of(
        Arguments.of("  test_simple_text ", 200),
        Arguments.of("=?base64?dGVzdF9zaW1wbGVfdGV4dA==?=", 200),
        Arguments.of("=?base64?dGVzdF9zaW1wbGVfdGV4dA?=", 400),
        Arguments.of("=?base64?dGVz!!!dA==?=", 400),
        Arguments.of("TEST_SIMPLE_TEXT", 400),
        Arguments.of(null, 400));
  }

  @ParameterizedTest
  @MethodSource("mirrored")
  void theNameInTheHeaderIsThatOfTheBody(String header, int status) throws Exception {
    // Given
    Message message =
        client
            .message("tools/call", Map.of("name", "test_simple_text", "arguments", Map.of()))
            .header("Mcp-Name", header);
    // When, Then
    assertThat(message.send().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @MethodSource("mirroredArguments")
  void anArgumentThatIsRepeatedInAHeaderIsTheSame(String header, Map<?, ?> arguments, int status)
      throws Exception {
    // Given
    Message message =
        client
            .message("tools/call", Map.of("name", "test_mirrored_header", "arguments", arguments))
            .header("Mcp-Param-Region", header);
    // When, Then
    assertThat(message.send().status()).isEqualTo(status);
  }

  static Stream<Arguments> mirroredArguments() {
    return Stream.of(
        Arguments.of("west", Map.of("region", "west"), 200),
        Arguments.of("=?base64?d2VzdA==?=", Map.of("region", "west"), 200),
        Arguments.of("=?base64?d2VzdA==", Map.of("region", "=?base64?d2VzdA=="), 200),
        Arguments.of(null, Map.of(), 200),
        Arguments.of("east", Map.of("region", "west"), 400),
        Arguments.of(null, Map.of("region", "west"), 400),
        Arguments.of("west", Map.of(), 400));
  }
}
