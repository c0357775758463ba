package dev.aidis.service.tracing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys {@code aidis.tracing.*}. Everything else is told by OpenTelemetry's own variables, {@code
 * OTEL_*}.
 *
 * @param enabled whether work is traced
 */
@ConfigurationProperties(prefix = "aidis.tracing", ignoreUnknownFields = false)
public record TracingSettings(@DefaultValue("false") boolean enabled) {}
