package dev.aidis.ingest;

import dev.aidis.ingest.activity.IntakeMetrics;
import dev.aidis.ingest.pipeline.LagMetrics;
import dev.aidis.ingest.pipeline.Pipeline;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Metrics at {@code /actuator/prometheus}: of this service, and of all that count in the registry
 * that was handed in at the start.
 */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  @ConditionalOnMissingBean(PrometheusMeterRegistry.class)
  PrometheusMeterRegistry meterRegistry() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  @Bean
  PrometheusScrapeEndpoint prometheusEndpoint(PrometheusMeterRegistry metrics) {
    return new PrometheusScrapeEndpoint(metrics.getPrometheusRegistry(), new Properties());
  }

  @Bean
  IntakeMetrics intakeMetrics(PrometheusMeterRegistry metrics) {
    return new IntakeMetrics(metrics);
  }

  @Bean
  LagMetrics lagMetrics(Pipeline pipeline, InstantSource clock, PrometheusMeterRegistry metrics) {
    LagMetrics lag = new LagMetrics(pipeline, clock);
    lag.register(metrics);
    return lag;
  }
}
