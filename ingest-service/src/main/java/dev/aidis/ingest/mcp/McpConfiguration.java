package dev.aidis.ingest.mcp;

import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.activity.IntakeMetrics;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.mcp.offer.Offering;
import dev.aidis.ingest.mcp.offer.Offers;
import dev.aidis.ingest.mcp.stateless.StatelessServer;
import dev.aidis.ingest.mcp.tool.McpTools;
import dev.aidis.ingest.mcp.tool.Sources;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.ProjectSource;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionSettings;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.ingest.session.UpdateSignals;
import dev.aidis.ingest.session.Visibility;
import dev.aidis.service.tracing.Tracing;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Wires the MCP endpoint. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({McpSettings.class, SessionSettings.class})
@Import({Sources.class, ToolCallEndpoint.class})
public class McpConfiguration {
  /** Work goes on in bursts; those who watch a session are told once for each. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  @Bean
  ActivityRecorder activityRecorder(
      ActivityPublisher publisher, CurrentWork currentWork, ToolUses toolUses) {
    return new ActivityRecorder(
        publisher,
        recorded -> {
          currentWork.note(recorded);
          toolUses.note(recorded);
        });
  }

  @Bean(destroyMethod = "close")
  ExecutorService announcing() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @Bean
  Connections connections(
      ProjectSource projects,
      ActivityRecorder recorder,
      Supplier<UUID> ids,
      InstantSource clock,
      ExecutorService announcing) {
    return new Connections(new PublishingAnnouncer(projects, recorder, ids, clock), announcing);
  }

  @Bean
  SessionEffects sessionEffects(
      ActivityRecorder recorder,
      Visibility visibility,
      SessionFinder sessions,
      CurrentWork work,
      SessionSettings settings) {
    return new SessionEffects(recorder, visibility, sessions, work, settings.inactivityGap());
  }

  @Bean
  Calls calls(Connections connections, CurrentWork work, Supplier<UUID> ids, InstantSource clock) {
    return new Calls(connections, work, ids, clock);
  }

  @Bean
  McpTools mcpTools(ActivityRecorder recorder, SessionEffects effects, Sources sources) {
    return McpTools.of(recorder, effects, sources);
  }

  @Bean
  TracedTools tracedTools(Tracing tracing) {
    return new TracedTools(tracing);
  }

  @Bean
  Offering offering(
      McpTools tools,
      Calls calls,
      IntakeMetrics metrics,
      TracedTools traced,
      Sources sources,
      InstantSource clock) {
    ToolAdapter adapter = new ToolAdapter(calls, metrics);
    ResourceAdapter resources =
        new ResourceAdapter(
            new SessionResources(sources, JsonMapper.shared()),
            new StatisticsResource(sources, JsonMapper.shared()),
            clock);
    return new Offering(
        tools.all().stream().map(adapter::adapt).map(traced::traced).toList(),
        Guide.ALL.stream().map(GuideAdapter::adapt).toList(),
        resources.listed(),
        resources.templates());
  }

  /** Ours, and what else is offered: fixtures in tests. */
  @Bean
  Offers offers(
      List<Offering> parts, Sources sources, UpdateSignals signals, ExecutorService announcing) {
    return Offers.of(
        Implementation.builder("aidis", version()).build(),
        McpEndpoint.INSTRUCTIONS,
        parts,
        new Suggestions(sources),
        new ResourceWatching(
            signals,
            sources.sessions(),
            CompletableFuture.delayedExecutor(
                BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS, announcing)));
  }

  @Bean
  StatelessServer statelessServer(Offers offers, Connections connections, InstantSource clock) {
    return new StatelessServer(
        offers,
        McpEndpoint.CAPABILITIES,
        (caller, client) -> connections.met(caller, client, clock.instant()),
        clock,
        JsonMapper.shared());
  }

  @Bean
  McpEndpoint mcpEndpoint(Offers offers, StatelessServer stateless, McpSettings settings) {
    return new McpEndpoint(offers, stateless, settings);
  }

  @Bean
  Subscriptions subscriptions(Offers offers, McpEndpoint endpoint) {
    return new Subscriptions(offers.watching(), endpoint::changed);
  }

  @Bean
  ServletRegistrationBean<HttpServlet> mcpServlet(McpEndpoint endpoint) {
    ServletRegistrationBean<HttpServlet> servlet =
        new ServletRegistrationBean<>(endpoint.servlet(), McpEndpoint.PATH);
    servlet.setName("mcp");
    servlet.setAsyncSupported(true);
    return servlet;
  }

  @Bean
  FilterRegistrationBean<McpFront> mcpFront(
      Callers callers,
      Connections connections,
      Subscriptions subscriptions,
      StatelessServer stateless,
      Offers offers,
      ServletRegistrationBean<HttpServlet> mcpServlet) {
    FilterRegistrationBean<McpFront> front =
        new FilterRegistrationBean<>(
            new McpFront(callers, connections, subscriptions, stateless, offers), mcpServlet);
    front.setAsyncSupported(true);
    return front;
  }

  private static String version() {
    return Optional.ofNullable(McpConfiguration.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
