package dev.aidis.ingest.mcp;

import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.activity.IntakeMetrics;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.mcp.tool.McpTools;
import dev.aidis.ingest.mcp.tool.Sources;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.ProjectSource;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.ingest.session.Visibility;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Wires the MCP endpoint. */
@Configuration(proxyBeanMethods = false)
@Import(Sources.class)
public class McpConfiguration {

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
      ActivityRecorder recorder, Visibility visibility, SessionFinder sessions) {
    return new SessionEffects(recorder, visibility, sessions);
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
  McpEndpoint mcpEndpoint(
      McpTools tools, Calls calls, IntakeMetrics metrics, Sources sources, InstantSource clock) {
    ToolAdapter adapter = new ToolAdapter(calls, metrics);
    return new McpEndpoint(
        tools.all().stream().map(adapter::adapt).toList(),
        new ResourceAdapter(new SessionResources(sources, JsonMapper.shared()), clock),
        version());
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
      McpTools tools,
      ServletRegistrationBean<HttpServlet> mcpServlet) {
    return new FilterRegistrationBean<>(
        new McpFront(callers, connections, tools.names()), mcpServlet);
  }

  private static String version() {
    return Optional.ofNullable(McpConfiguration.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
