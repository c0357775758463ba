package dev.aidis.ingest.mcp;

import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.ToolOffer;
import dev.aidis.service.tracing.Carrier;
import dev.aidis.service.tracing.Step;
import dev.aidis.service.tracing.Tracing;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;

/**
 * Makes a step of each call of a tool, as OpenTelemetry's conventions for MCP have it: of the trace
 * that {@code _meta} tells (SEP-414), or else of the one that the request's headers tell.
 */
record TracedTools(Tracing tracing) {

  ToolOffer traced(ToolOffer offer) {
    return tracing.isOn()
        ? new ToolOffer(offer.tool(), (dialog, request) -> call(offer, dialog, request))
        : offer;
  }

  private CallToolResult call(ToolOffer offer, Dialog dialog, CallToolRequest request) {
    Map<String, Object> meta = request.meta() == null ? Map.of() : request.meta();
    try (Step step =
        begin(offer.name(), field -> meta.get(field) instanceof String told ? told : null)) {
      CallToolResult result = offer.handler().call(dialog, request);
      if (Boolean.TRUE.equals(result.isError())) {
        step.failed("tool_error");
      }
      return result;
    }
  }

  /** Begins the step of a call. */
  Step begin(String tool, Carrier meta) {
    Step step = tracing.answering("tools/call " + tool, meta);
    step.note("mcp.method.name", "tools/call");
    step.note("gen_ai.operation.name", "execute_tool");
    step.note("gen_ai.tool.name", tool);
    return step;
  }
}
