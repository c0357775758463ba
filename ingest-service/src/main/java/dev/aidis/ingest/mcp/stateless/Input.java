package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.offer.Answers;
import dev.aidis.ingest.mcp.offer.InputRequiredException;
import dev.aidis.ingest.mcp.offer.Question;
import dev.aidis.ingest.mcp.offer.Questions;
import dev.aidis.ingest.mcp.rpc.RpcMessage;
import dev.aidis.ingest.mcp.stateless.RequestState.Kept;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers that came with a request. A question without one ends the request; the next one
 * carries the answer, and the answers of rounds before it in its state. Not thread-safe.
 */
final class Input {
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final JsonMapper json;
  private final RequestState states;
  private final String caller;
  private final String request;
  private final Instant now;
  private final Map<String, JsonNode> responses = new HashMap<>();

  /** Those that were of use, and are to be known in the next round. */
  private final Map<String, JsonNode> earlier = new HashMap<>();

  private @Nullable String note;

  private Input(JsonMapper json, RequestState states, Caller caller, String request, Instant now) {
    this.json = json;
    this.states = states;
    this.caller = caller.trackerKey().toString();
    this.request = request;
    this.now = now;
  }

  /**
   * Reads them.
   *
   * @throws dev.aidis.ingest.mcp.rpc.RpcErrorException if the state is not ours
   */
  static Input of(
      RpcMessage message, Caller caller, RequestState states, JsonMapper json, Instant now) {
    Input input = new Input(json, states, caller, nameOf(message), now);
    JsonNode state = message.params().path("requestState");
    if (state.isString()) {
      Kept kept = states.open(state.asString(), input.caller, input.request, now);
      input.note = kept.note();
      input.responses.putAll(kept.answers());
    } else if (!state.isMissingNode()) {
      throw Refusal.malformed("requestState must be a string");
    }
    JsonNode responses = message.params().path("inputResponses");
    if (responses.isObject()) {
      responses.properties().forEach(one -> input.responses.put(one.getKey(), one.getValue()));
    } else if (!responses.isMissingNode()) {
      throw Refusal.malformed("inputResponses must be an object");
    }
    return input;
  }

  /** The request without what differs between its rounds. */
  private static String nameOf(RpcMessage message) {
    JsonNode params = message.params();
    Map<String, Object> salient = new LinkedHashMap<>();
    salient.put("method", message.method());
    salient.put("name", params.path("name").asString(params.path("uri").asString("")));
    if (params.path("arguments").isObject()) {
      salient.put("arguments", SORTED.convertValue(params.path("arguments"), Map.class));
    }
    return RequestState.digest(SORTED.writeValueAsString(salient));
  }

  /**
   * The answers, if all are there.
   *
   * @throws InputRequiredException if one is missing
   */
  Answers answers(Questions questions, ClientCapabilities capabilities) {
    Map<String, Object> known = new HashMap<>();
    Map<String, Question> open = new LinkedHashMap<>();
    Map<String, JsonNode> used = new HashMap<>();
    questions
        .byKey()
        .forEach(
            (key, question) -> {
              if (question.canBeAsked(capabilities)) {
                JsonNode response = responses.get(key);
                Optional<Object> answer = read(question, response);
                answer.ifPresentOrElse(
                    told -> {
                      known.put(key, told);
                      used.put(key, response);
                    },
                    () -> open.put(key, question));
              }
            });
    String remembered = note == null ? questions.remember() : note;
    if (open.isEmpty()) {
      earlier.putAll(used);
      return new Answers(known, remembered);
    }
    used.putAll(earlier);
    Kept kept = new Kept(remembered, used);
    throw new InputRequiredException(
        open, kept.isEmpty() ? null : states.seal(kept, caller, request, now));
  }

  /** Nothing if it is no answer to that question, which is then asked again. */
  private Optional<Object> read(Question question, @Nullable JsonNode response) {
    if (!(response instanceof ObjectNode object)) {
      return Optional.empty();
    }
    boolean answers =
        switch (question) {
          case Question.Form _ -> object.path("action").isString();
          case Question.Sampling _ -> object.path("content").isContainer();
          case Question.Roots _ -> object.path("roots").isArray();
        };
    if (!answers) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.treeToValue(withOneContent(object), question.answer()));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** A model may answer in several blocks, of which the SDK's type takes one. */
  private static ObjectNode withOneContent(ObjectNode response) {
    if (response.path("content").isArray() && !response.path("content").isEmpty()) {
      ObjectNode one = response.deepCopy();
      one.set("content", response.path("content").get(0));
      return one;
    }
    return response;
  }
}
