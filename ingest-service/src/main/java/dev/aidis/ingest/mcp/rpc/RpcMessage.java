package dev.aidis.ingest.mcp.rpc;

import dev.aidis.ingest.mcp.argument.BadArgumentException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON-RPC message from a client, as far as it must be right before the SDK reads it: the SDK
 * leaves a request unanswered whose parameters it cannot convert.
 *
 * @param id of a request or a response; absent for a notification
 * @param method empty for a response
 * @param params a missing node where there are none
 */
public record RpcMessage(@Nullable JsonNode id, String method, JsonNode params) {
  private static final List<String> LEVELS =
      List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

  /** Nothing that could forge a line of the log, into which the SDK writes it. */
  private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  /**
   * Reads the envelope.
   *
   * @throws BadArgumentException with a sentence, if it is none
   */
  public static RpcMessage of(JsonNode message) {
    if (!message.isObject()) {
      throw new BadArgumentException("The body must be one JSON-RPC message, not a batch");
    }
    JsonNode id = message.get("id");
    if (id != null && !id.isString() && !id.isIntegralNumber()) {
      throw new BadArgumentException("id must be a string or a whole number");
    }
    if (!message.path("jsonrpc").asString("").equals("2.0")) {
      throw new BadArgumentException("jsonrpc must be \"2.0\"");
    }
    boolean isResponse = id != null && (message.has("result") || message.has("error"));
    if (!message.path("method").isString() && !isResponse) {
      throw new BadArgumentException("method must be a string");
    }
    return new RpcMessage(id, message.path("method").asString(""), message.path("params"));
  }

  public boolean isRequest() {
    return id != null && !method.isEmpty();
  }

  public boolean isInitialize() {
    return isRequest() && method.equals("initialize");
  }

  /** What is wrong with the parameters of a request. */
  public Optional<String> objectionToParams() {
    boolean absent = params.isMissingNode();
    if (!absent && !params.isObject()) {
      return Optional.of("params must be an object");
    }
    return switch (method) {
      case "initialize" ->
          unless(
              canInitialize(),
              "initialize needs protocolVersion, capabilities"
                  + " and clientInfo with a name and a version");
      case "tools/call" ->
          unless(
              canCall(),
              "tools/call needs the name of a tool, and arguments"
                  + " and _meta, if there are any, must be objects");
      case "prompts/get" ->
          unless(
              params.path("name").isString() && isAbsentOrObject(params.path("arguments")),
              "prompts/get needs the name of a prompt, and arguments, if there are any, must be an"
                  + " object");
      case "resources/read", "resources/subscribe", "resources/unsubscribe" ->
          unless(params.path("uri").isString(), method + " needs the uri of a resource");
      case "completion/complete" ->
          unless(
              canComplete(),
              "completion/complete needs a ref (ref/prompt with a name, or ref/resource with a"
                  + " uri) and an argument with a name and a value");
      case "logging/setLevel" ->
          unless(
              LEVELS.contains(params.path("level").asString("")),
              "level must be one of " + String.join(", ", LEVELS));
      default -> Optional.empty();
    };
  }

  private boolean canInitialize() {
    JsonNode clientInfo = params.path("clientInfo");
    return REVISION.matcher(params.path("protocolVersion").asString("")).matches()
        && params.path("capabilities").isObject()
        && clientInfo.path("name").isString()
        && clientInfo.path("version").isString();
  }

  private boolean canCall() {
    return params.path("name").isString()
        && isAbsentOrObject(params.path("arguments"))
        && isAbsentOrObject(params.path("_meta"));
  }

  private boolean canComplete() {
    JsonNode ref = params.path("ref");
    boolean refers =
        switch (ref.path("type").asString("")) {
          case "ref/prompt" -> ref.path("name").isString();
          case "ref/resource" -> ref.path("uri").isString();
          default -> false;
        };
    return refers
        && params.path("argument").path("name").isString()
        && params.path("argument").path("value").isString()
        && isAbsentOrObject(params.path("context"))
        && isAbsentOrObject(params.path("context").path("arguments"));
  }

  private static boolean isAbsentOrObject(JsonNode node) {
    return node.isMissingNode() || node.isNull() || node.isObject();
  }

  private static Optional<String> unless(boolean right, String objection) {
    return right ? Optional.empty() : Optional.of(objection);
  }
}
