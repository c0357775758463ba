package dev.aidis.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Where a service without HTTP counts, in a registry that was handed in at the start or in its own;
 * and the port where it tells that and its health.
 */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  @ConditionalOnMissingBean(MeterRegistry.class)
  PrometheusMeterRegistry meterRegistry() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  /** Off unless a port is set; on loopback unless an address is. */
  @Bean
  @ConditionalOnProperty("management.server.port")
  HealthPort healthPort(
      Environment settings, PrometheusMeterRegistry metrics, ObjectProvider<Probe> probes) {
    return HealthPort.open(
        settings.getProperty("management.server.address", "127.0.0.1"),
        settings.getRequiredProperty("management.server.port", Integer.class),
        metrics,
        () -> probes.orderedStream().toList());
  }
}
