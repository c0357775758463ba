package dev.aidis.service.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's SDK as its own variables say, with three other defaults: nothing but spans is
 * exported, by HTTP, and only if it was said where to. A variable that is empty counts as not set.
 */
final class Sdk {
  private static final String PROTOCOL = "otel.exporter.otlp.protocol";

  private Sdk() {}

  /**
   * @param service its name, unless {@code OTEL_SERVICE_NAME} tells another
   * @throws IllegalStateException if a variable has a value that is no good
   */
  static OpenTelemetrySdk of(String service) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .disableShutdownHook()
        .addPropertiesCustomizer(told -> missing(told, service))
        .build()
        .getOpenTelemetrySdk();
  }

  private static Map<String, String> missing(ConfigProperties told, String service) {
    if ("grpc".equals(told.getString(PROTOCOL))) {
      throw new IllegalStateException(
          "OTEL_EXPORTER_OTLP_PROTOCOL is grpc, which is not built in: set it to http/protobuf, and"
              + " the endpoint to where the collector takes HTTP, mostly port 4318");
    }
    boolean hasPlace =
        Stream.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint")
            .map(told::getString)
            .anyMatch(Sdk::isTold);
    Map<String, String> missing =
        new HashMap<>(
            Map.of(
                "otel.service.name",
                service,
                "otel.traces.sampler",
                "parentbased_always_on",
                "otel.traces.exporter",
                hasPlace ? "otlp" : "none",
                "otel.metrics.exporter",
                "none",
                "otel.logs.exporter",
                "none",
                PROTOCOL,
                "http/protobuf"));
    missing.keySet().removeIf(name -> isTold(told.getString(name)));
    return missing;
  }

  private static boolean isTold(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
