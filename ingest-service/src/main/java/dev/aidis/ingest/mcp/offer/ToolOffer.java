package dev.aidis.ingest.mcp.offer;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;

/** A tool as clients see it, and what it does. */
public record ToolOffer(Tool tool, Handler handler) {

  /** Answers a call. */
  @FunctionalInterface
  public interface Handler {
    CallToolResult call(Dialog dialog, CallToolRequest request);
  }

  public String name() {
    return tool.name();
  }
}
