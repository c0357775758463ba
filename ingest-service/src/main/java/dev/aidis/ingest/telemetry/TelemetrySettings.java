package dev.aidis.ingest.telemetry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code aidis.telemetry.*}.
 *
 * @param tokens which of the two that tell the same tokens and costs is counted
 */
@ConfigurationProperties(prefix = "aidis.telemetry", ignoreUnknownFields = false)
record TelemetrySettings(@DefaultValue("metrics") Source tokens) {

  /** What tells tokens and costs. */
  enum Source {
    /** {@code claude_code.token.usage} and {@code claude_code.cost.usage}. */
    METRICS,
    /** {@code claude_code.api_request}. */
    EVENTS
  }
}
