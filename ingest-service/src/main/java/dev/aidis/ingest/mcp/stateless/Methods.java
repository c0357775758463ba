package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.NoSuchResourceException;
import dev.aidis.ingest.mcp.offer.Offers;
import dev.aidis.ingest.mcp.offer.PromptOffer;
import dev.aidis.ingest.mcp.offer.ResourceOffer;
import dev.aidis.ingest.mcp.offer.Suggesting;
import dev.aidis.ingest.mcp.offer.TemplateOffer;
import dev.aidis.ingest.mcp.offer.ToolOffer;
import dev.aidis.ingest.mcp.rpc.RpcErrorException;
import dev.aidis.ingest.mcp.rpc.RpcMessage;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The methods of this revision. */
record Methods(Offers offers, ServerCapabilities capabilities, Results results, JsonMapper json) {

  /** Answers a request with a result. */
  @FunctionalInterface
  interface Method {
    ObjectNode answer(Dialog dialog, JsonNode params);
  }

  /**
   * The method of that name.
   *
   * @throws RpcErrorException if this revision has none
   */
  Method find(String name) {
    return switch (name) {
      case "server/discover" -> (_, _) -> results.everyones(discovery());
      case "tools/list" -> listing("tools", offers.tools().stream().map(ToolOffer::tool).toList());
      case "prompts/list" ->
          listing("prompts", offers.prompts().stream().map(PromptOffer::prompt).toList());
      case "resources/list" ->
          listing("resources", offers.resources().stream().map(ResourceOffer::resource).toList());
      case "resources/templates/list" ->
          listing(
              "resourceTemplates",
              offers.templates().stream().map(TemplateOffer::template).toList());
      case "tools/call" -> this::callTool;
      case "prompts/get" -> this::getPrompt;
      case "resources/read" -> this::readResource;
      case "completion/complete" -> this::complete;
      default -> throw Refusal.noSuchMethod(name);
    };
  }

  /** Checks the headers that repeat the body. */
  void requireMirrored(HttpServletRequest request, RpcMessage message) {
    JsonNode params = message.params();
    switch (message.method()) {
      case "tools/call" -> {
        String name = params.path("name").asString("");
        MirroredHeaders.requireName(request, name);
        offers
            .tool(name)
            .ifPresent(
                tool ->
                    MirroredHeaders.requireParameters(
                        request, tool.tool(), params.path("arguments")));
      }
      case "prompts/get" -> MirroredHeaders.requireName(request, params.path("name").asString(""));
      case "resources/read" ->
          MirroredHeaders.requireName(request, params.path("uri").asString(""));
      default -> {}
    }
  }

  private Map<String, Object> discovery() {
    return Map.of(
        "supportedVersions",
        Revision.ALL,
        "capabilities",
        capabilities,
        "instructions",
        offers.instructions());
  }

  /** All at once: there are never so many that pages would help. */
  private Method listing(String name, List<?> all) {
    return (_, _) -> results.everyones(Map.of(name, all));
  }

  private ObjectNode callTool(Dialog dialog, JsonNode params) {
    String name = params.path("name").asString("");
    ToolOffer tool = offers.tool(name).orElseThrow(() -> unknown(offers.noSuchTool(name)));
    CallToolRequest request =
        new CallToolRequest(name, map(params.path("arguments")), map(params.path("_meta")));
    return results.complete(tool.handler().call(dialog, request));
  }

  private ObjectNode getPrompt(Dialog dialog, JsonNode params) {
    String name = params.path("name").asString("");
    PromptOffer prompt = offers.prompt(name).orElseThrow(() -> unknown(offers.noSuchPrompt(name)));
    GetPromptRequest request =
        new GetPromptRequest(name, map(params.path("arguments")), map(params.path("_meta")));
    return results.complete(prompt.handler().get(dialog, request));
  }

  private ObjectNode readResource(Dialog dialog, JsonNode params) {
    String uri = params.path("uri").asString("");
    return results.momentary(
        offers
            .reader(uri)
            .orElseThrow(() -> new NoSuchResourceException(uri, "There is no resource " + uri))
            .read(dialog, new ReadResourceRequest(uri, map(params.path("_meta")))));
  }

  private ObjectNode complete(Dialog dialog, JsonNode params) {
    JsonNode argument = params.path("argument");
    return results.complete(
        Suggesting.of(
            offers,
            dialog.caller(),
            argument.path("name").asString(""),
            argument.path("value").asString("")));
  }

  private static RpcErrorException unknown(String sentence) {
    return Refusal.ofHandler(RpcErrorException.INVALID_PARAMS, sentence);
  }

  @SuppressWarnings("unchecked") // keys of a JSON object are texts
  private Map<String, Object> map(JsonNode object) {
    @Nullable Map<String, Object> map =
        object.isObject() ? json.convertValue(object, Map.class) : null;
    return map == null ? Map.of() : map;
  }
}
