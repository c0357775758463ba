package dev.aidis.ingest;

import dev.aidis.dashboard.DashboardServlet;
import dev.aidis.domain.ClockClamp;
import dev.aidis.ingest.access.AccessConfiguration;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.editor.EditorConfiguration;
import dev.aidis.ingest.hooks.HooksConfiguration;
import dev.aidis.ingest.mcp.McpConfiguration;
import dev.aidis.ingest.rest.RestConfiguration;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.SessionTexts;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.ingest.telemetry.TelemetryConfiguration;
import dev.aidis.ingest.tracing.RequestTracing;
import dev.aidis.schemas.Ids;
import dev.aidis.service.tracing.TracingConfiguration;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that speaks HTTP, over ports that someone else provides. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
@Import({
  TracingConfiguration.class,
  RequestTracing.class,
  MetricsConfiguration.class,
  AccessConfiguration.class,
  RestConfiguration.class,
  McpConfiguration.class,
  HooksConfiguration.class,
  TelemetryConfiguration.class,
  EditorConfiguration.class
})
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  ApplicationAvailabilityAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  EndpointAutoConfiguration.class,
  JacksonEndpointAutoConfiguration.class,
  WebEndpointAutoConfiguration.class,
  ServletManagementContextAutoConfiguration.class,
  ManagementContextAutoConfiguration.class,
  HealthContributorRegistryAutoConfiguration.class,
  HealthContributorAutoConfiguration.class,
  HealthEndpointAutoConfiguration.class,
  AvailabilityProbesAutoConfiguration.class,
  WebMvcHealthEndpointExtensionAutoConfiguration.class
})
class FrontConfiguration {

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  Supplier<UUID> ids() {
    return Ids::newId;
  }

  @Bean
  Callers callers(IngestSettings settings) {
    return new Callers(
        Objects.requireNonNull(settings.owner()), Objects.requireNonNull(settings.machine()));
  }

  @Bean
  ClockClamp clockClamp(IngestSettings settings) {
    return new ClockClamp(settings.maxClockAhead());
  }

  @Bean
  ServletRegistrationBean<DashboardServlet> dashboard() {
    return new ServletRegistrationBean<>(
        new DashboardServlet(), DashboardServlet.MAPPINGS.toArray(String[]::new));
  }

  @Bean
  CurrentWork currentWork() {
    return new CurrentWork();
  }

  @Bean
  ToolUses toolUses() {
    return new ToolUses();
  }

  @Bean
  SessionTexts sessionTexts(InstantSource clock) {
    return new SessionTexts(ZoneId.systemDefault(), clock);
  }
}
