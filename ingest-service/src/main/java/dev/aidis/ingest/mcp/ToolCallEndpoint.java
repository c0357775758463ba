package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.caller.EventTime;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.offer.Asking;
import dev.aidis.ingest.mcp.offer.ClientName;
import dev.aidis.ingest.mcp.tool.Call;
import dev.aidis.ingest.mcp.tool.McpTools;
import dev.aidis.ingest.mcp.tool.NothingThereException;
import dev.aidis.ingest.mcp.tool.Tool;
import dev.aidis.ingest.rest.BoundedBody;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.schemas.fact.RepoName;
import dev.aidis.service.tracing.Carrier;
import dev.aidis.service.tracing.Step;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /api/v1/tool-calls}: a call of a tool that records, which waited in the stdio
 * bridge's spool. Its body is what {@code tools/call} has as {@code params}; {@code
 * Idempotency-Key} names the call.
 */
@RestController
final class ToolCallEndpoint {
  private static final String KEY = "Idempotency-Key";
  private static final String TOOL_USE = "claudecode/toolUseId";

  private final BoundedBody body;
  private final Callers callers;
  private final McpTools tools;
  private final CurrentWork work;
  private final TracedTools traced;
  private final InstantSource clock;

  ToolCallEndpoint(
      BoundedBody body,
      Callers callers,
      McpTools tools,
      CurrentWork work,
      TracedTools traced,
      InstantSource clock) {
    this.body = body;
    this.callers = callers;
    this.tools = tools;
    this.work = work;
    this.traced = traced;
    this.clock = clock;
  }

  @PostMapping(path = "/api/v1/tool-calls", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> call(HttpServletRequest request) throws IOException {
    JsonNode params = body.read(request);
    Tool tool = tool(params.path("name").asString(""));
    try (Step _ = traced.begin(tool.description().name(), carrier(params.path("_meta")))) {
      Tool.Answer answer = tool.call(call(tool, request, params));
      return Map.of("text", answer.text(), "content", answer.content());
    } catch (BadArgumentException | NothingThereException e) {
      throw new IllegalArgumentException(e.getMessage() + ".", e);
    }
  }

  private static Carrier carrier(JsonNode meta) {
    return field -> meta.path(field).isString() ? meta.path(field).stringValue() : null;
  }

  private Tool tool(String name) {
    return tools.all().stream()
        .filter(tool -> tool.description().name().equals(name))
        .filter(tool -> !tool.description().hints().readOnly())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no tool '" + name + "' that records."));
  }

  private Call call(Tool tool, HttpServletRequest request, JsonNode params) {
    String key = request.getHeader(KEY);
    if (key == null) {
      throw new IllegalArgumentException("The header " + KEY + " must name the call by a UUID.");
    }
    Caller caller = callers.of(request);
    String client = request.getHeader("Aidis-Client");
    EventTime time =
        EventTime.of(
            request.getHeader(EventTime.OCCURRED_AT),
            request.getHeader(EventTime.AGE),
            clock.instant());
    return new Call(
        Arguments.of(tool.description().parameters(), object(params.path("arguments"))),
        caller,
        time.at(),
        ClientName.of(client, null),
        project(caller),
        attributes(params.path("_meta").path(TOOL_USE)),
        CallIds.of(key),
        Asking.NOBODY);
  }

  @SuppressWarnings("unchecked") // JSON objects are read with texts as names
  private static Map<String, @Nullable Object> object(JsonNode arguments) {
    return arguments.isObject() ? JsonMapper.shared().treeToValue(arguments, Map.class) : Map.of();
  }

  private @Nullable String project(Caller caller) {
    return Optional.ofNullable(caller.project())
        .or(() -> work.told(caller.trackerKey()).map(CurrentWork.Told::project))
        .or(() -> Optional.ofNullable(caller.repo()).flatMap(RepoName::of))
        .orElse(null);
  }

  private static Map<String, String> attributes(JsonNode toolUse) {
    return toolUse.isString() ? Map.of(ToolUses.ATTRIBUTE, toolUse.stringValue()) : Map.of();
  }
}
