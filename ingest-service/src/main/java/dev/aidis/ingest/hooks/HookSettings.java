package dev.aidis.ingest.hooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code aidis.hooks.*}.
 *
 * @param keepPrompts whether the texts of prompts are kept; counted they are in any case
 * @param patience how long an assistant is kept waiting for the log; recording goes on after that
 * @param mcpServer the name that this tracker's MCP endpoint has in the assistant's settings
 */
@ConfigurationProperties(prefix = "aidis.hooks", ignoreUnknownFields = false)
record HookSettings(
    @DefaultValue("false") boolean keepPrompts,
    @DefaultValue("250ms") Duration patience,
    @DefaultValue("aidis") String mcpServer) {

  HookSettings {
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("aidis.hooks.patience " + patience + " must be positive");
    }
    if (mcpServer.isBlank()) {
      throw new IllegalArgumentException("aidis.hooks.mcp-server must not be blank");
    }
  }
}
