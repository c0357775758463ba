package dev.aidis.processor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where this service counts: in a registry that was handed in at the start, or in its own. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  @ConditionalOnMissingBean(MeterRegistry.class)
  PrometheusMeterRegistry meterRegistry() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  /** Off unless a port is set; on loopback unless an address is. */
  @Bean
  @ConditionalOnProperty("management.server.port")
  MetricsPort metricsPort(Environment settings, PrometheusMeterRegistry metrics) {
    return MetricsPort.open(
        settings.getProperty("management.server.address", "127.0.0.1"),
        settings.getRequiredProperty("management.server.port", Integer.class),
        metrics);
  }
}
