package dev.aidis.ingest.mcp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code aidis.mcp.*}.
 *
 * @param patience how long a client with a session may take to answer a question. Most clients give
 *     up on the call they made after a minute; what the call does is done before that, without the
 *     answer
 */
@ConfigurationProperties(prefix = "aidis.mcp", ignoreUnknownFields = false)
record McpSettings(@DefaultValue("45s") Duration patience) {

  McpSettings {
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("aidis.mcp.patience " + patience + " must be positive");
    }
  }
}
