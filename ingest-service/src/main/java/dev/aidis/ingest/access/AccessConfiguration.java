package dev.aidis.ingest.access;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Guards every path. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

  @Bean
  FilterRegistrationBean<LoopbackOnly> loopbackOnly() {
    FilterRegistrationBean<LoopbackOnly> filter = new FilterRegistrationBean<>(new LoopbackOnly());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
