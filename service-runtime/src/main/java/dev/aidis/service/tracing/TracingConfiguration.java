package dev.aidis.service.tracing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The tracing of a service, under the name of its application; off unless it is switched on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingSettings.class)
public class TracingConfiguration {

  /** Unless one was handed in at the start. */
  @Bean
  @ConditionalOnMissingBean(Tracing.class)
  Tracing tracing(TracingSettings settings, Environment environment) {
    return settings.enabled()
        ? new OpenTelemetryTracing(
            Sdk.of(environment.getRequiredProperty("spring.application.name")))
        : Tracing.OFF;
  }
}
