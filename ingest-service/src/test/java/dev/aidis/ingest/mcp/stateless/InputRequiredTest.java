package dev.aidis.ingest.mcp.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.mcp.conformance.Fixtures;
import dev.aidis.ingest.mcp.stateless.StatelessClient.Message;
import dev.aidis.ingest.mcp.stateless.StatelessClient.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Questions as results, and their answers with the next request. */
@Timeout(60)
class InputRequiredTest {
  private static final String NAME = "test_input_required_result_elicitation";
  private static final String STATE = "test_input_required_result_request_state";
  private static final String TWO = "test_input_required_result_multi_round";
  private static final String THREE = "test_input_required_result_multiple_inputs";

  private static RunningTracker tracker;
  private static StatelessClient client;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.offering(Fixtures.offering());
    client = new StatelessClient(tracker, "elicitation", "sampling", "roots");
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @Test
  void aQuestionIsTheResultAndItsAnswerComesWithTheNextRequest() throws Exception {
    // When
    JsonNode asked = client.call(NAME, Map.of()).result();
    // Then
    assertThat(asked.path("resultType").asString()).isEqualTo("input_required");
    assertThat(asked.has("requestState")).isFalse();
    assertThat(asked.path("inputRequests").path("user_name").path("method").asString())
        .isEqualTo("elicitation/create");
    // When
    JsonNode answered =
        answering(NAME, Map.of("user_name", accepted("name", "Ada")), null).result();
    // Then
    assertThat(answered.path("resultType").asString()).isEqualTo("complete");
    assertThat(text(answered)).contains("Ada");
  }

  @Test
  void anAnswerOfAnEarlierRoundIsKnownInTheNext() throws Exception {
    // Given
    String first = state(client.call(TWO, Map.of()).result());
    // When
    JsonNode second = answering(TWO, Map.of("step1", accepted("name", "Ada")), first).result();
    // Then
    assertThat(second.path("inputRequests").propertyNames()).containsExactly("step2");
    assertThat(state(second)).isNotEqualTo(first);
    // When
    JsonNode last =
        answering(TWO, Map.of("step2", accepted("color", "blue")), state(second)).result();
    // Then
    assertThat(text(last)).contains("Ada", "blue");
  }

  @Test
  void onlyWhatTheClientCanAnswerIsAsked() throws Exception {
    // Given
    StatelessClient model = new StatelessClient(tracker, "sampling");
    // When
    JsonNode asked = model.call(THREE, Map.of()).result();
    // Then
    assertThat(asked.path("inputRequests").propertyNames()).containsExactly("greeting");
    assertThat(client.call(THREE, Map.of()).result().path("inputRequests").propertyNames())
        .containsExactlyInAnyOrder("user_name", "greeting", "client_roots");
  }

  @Test
  void whoCanAnswerNothingIsNotAsked() throws Exception {
    JsonNode result = new StatelessClient(tracker).call(NAME, Map.of()).result();
    assertThat(result.path("resultType").asString()).isEqualTo("complete");
  }

  @Test
  void anAnswerThatIsNoneIsAskedForAgain() throws Exception {
    for (Object wrong : new Object[] {12345, Map.of(), Map.of("action", 7), "x"}) {
      JsonNode again = answering(NAME, Map.of("user_name", wrong), null).result();
      assertThat(again.path("resultType").asString()).isEqualTo("input_required");
    }
    Message message = client.message("tools/call", Map.of("name", NAME, "arguments", Map.of()));
    message.params().putNull("inputResponses");
    assertThat(message.send().code()).isEqualTo(-32602);
  }

  @Test
  void whatWasNotAskedIsIgnored() throws Exception {
    JsonNode result =
        answering(
                NAME,
                Map.of("user_name", accepted("name", "Ada"), "other", accepted("a", "b")),
                null)
            .result();
    assertThat(result.path("resultType").asString()).isEqualTo("complete");
  }

  @Test
  void aStateThatWasTamperedWithOrIsOfAnotherRequestIsRefused() throws Exception {
    // Given
    String state = state(client.call(STATE, Map.of()).result());
    Map<String, Object> yes = Map.of("confirm", accepted("ok", "yes"));
    // When, Then
    assertThat(text(answering(STATE, yes, state).result())).isEqualTo("state-ok");
    assertThat(answering(STATE, yes, state + "-TAMPERED").code()).isEqualTo(-32602);
    assertThat(answering(STATE, yes, "x" + state).code()).isEqualTo(-32602);
    assertThat(answering(STATE, yes, "x").code()).isEqualTo(-32602);
    assertThat(answering("test_input_required_result_tampered_state", yes, state).code())
        .isEqualTo(-32602);
  }

  @Test
  void aPromptCanAskToo() throws Exception {
    // When
    Reply reply = client.send("prompts/get", Map.of("name", "test_input_required_result_prompt"));
    // Then
    assertThat(reply.result().path("inputRequests").propertyNames())
        .containsExactly("user_context");
  }

  private static Reply answering(String tool, Map<String, ?> answers, @Nullable String state)
      throws Exception {
    Message message =
        client.message(
            "tools/call", Map.of("name", tool, "arguments", Map.of(), "inputResponses", answers));
    if (state != null) {
      message.params().put("requestState", state);
    }
    return message.send();
  }

  private static Map<String, Object> accepted(String field, String value) {
    return Map.of("action", "accept", "content", Map.of(field, value));
  }

  private static String state(JsonNode result) {
    return result.path("requestState").asString();
  }

  private static String text(JsonNode result) {
    return result.path("content").get(0).path("text").asString();
  }
}
