package dev.aidis.ingest.mcp.offer;

import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;

/** A prompt as clients see it, and what it says. */
public record PromptOffer(Prompt prompt, Handler handler) {

  /** Answers with the prompt's text. */
  @FunctionalInterface
  public interface Handler {
    GetPromptResult get(Dialog dialog, GetPromptRequest request);
  }

  public String name() {
    return prompt.name();
  }
}
