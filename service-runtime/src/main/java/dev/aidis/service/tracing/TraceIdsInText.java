package dev.aidis.service.tracing;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets a log of text tell which trace a line belongs to, while tracing is on; one of JSON does so
 * by itself.
 */
public final class TraceIdsInText implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.getProperty("aidis.tracing.enabled", Boolean.class, false)) {
      Map<String, Object> pattern = Map.of("logging.pattern.correlation", "[%X{trace_id:-}] ");
      environment.getPropertySources().addLast(new MapPropertySource("traceIdsInText", pattern));
    }
  }
}
