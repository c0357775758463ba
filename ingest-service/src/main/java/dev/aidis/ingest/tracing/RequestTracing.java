package dev.aidis.ingest.tracing;

import dev.aidis.service.tracing.Tracing;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Wires what makes requests part of traces: only while tracing is on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("aidis.tracing.enabled")
public class RequestTracing {
  /** Behind the door: strangers begin no traces. */
  private static final int BEHIND_THE_DOOR = Ordered.HIGHEST_PRECEDENCE + 2;

  @Bean
  FilterRegistrationBean<TracedRequests> tracedRequests(Tracing tracing) {
    FilterRegistrationBean<TracedRequests> filter =
        new FilterRegistrationBean<>(new TracedRequests(tracing));
    filter.setOrder(BEHIND_THE_DOOR);
    filter.setAsyncSupported(true);
    return filter;
  }
}
