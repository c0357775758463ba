package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The SDK's server with our tools, resources and guides. It is stopped before the web server, which
 * would otherwise wait for the clients' open streams.
 */
final class McpEndpoint implements SmartLifecycle {
  static final String PATH = "/mcp";
  static final List<String> REVISIONS = List.of("2025-03-26", "2025-06-18", "2025-11-25");

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  /** Longer than a working day, so that a client left open overnight is still known. */
  private static final Duration IDLE_SESSIONS_SWEPT = Duration.ofHours(24);

  private static final String INSTRUCTIONS =
      """
      AIDIS records the sessions that you and your user work in. Start one with session_start when \
      you begin on something new, and say its goal; record tasks (task_create, task_update), \
      decisions (decision_record), context worth keeping (context_add) and changed files \
      (file_track) as you work; end it with session_end. Nothing needs a session to be started \
      first. To find your way back call session_context; before you look into something or decide \
      it, context_search and decision_list tell what is known. Questions about past work are \
      answered by sessions_list, sessions_stats, sessions_patterns and sessions_compare.""";

  private final HttpServletStreamableServerTransportProvider transport;
  private final McpSyncServer server;
  private volatile boolean running;

  McpEndpoint(List<SyncToolSpecification> tools, ResourceAdapter resources, String version) {
    McpJsonMapper json = jsonMapper();
    transport =
        HttpServletStreamableServerTransportProvider.builder()
            .jsonMapper(json)
            .mcpEndpoint(PATH)
            .maxRequestSize(McpFront.MAX_BYTES)
            .sessionSweepInterval(IDLE_SESSIONS_SWEPT)
            .contextExtractor(McpEndpoint::context)
            .build();
    server =
        McpServer.sync(transport)
            .jsonMapper(json)
            .serverInfo("aidis", version)
            .instructions(INSTRUCTIONS)
            .capabilities(
                ServerCapabilities.builder()
                    .tools(false)
                    .resources(false, false)
                    .prompts(false)
                    .build())
            .requestTimeout(REQUEST_TIMEOUT)
            .immediateExecution(true)
            .validateToolInputs(false)
            .jsonSchemaValidator(new TrustedSchemas())
            .tools(tools)
            .resources(resources.resourcesThatAreListed())
            .resourceTemplates(resources.templates())
            .prompts(Guide.ALL.stream().map(GuideAdapter::adapt).toList())
            .build();
  }

  HttpServlet servlet() {
    return transport;
  }

  private static McpJsonMapper jsonMapper() {
    SimpleModule errors = new SimpleModule().addSerializer(new TransportErrorJson());
    return new JacksonMcpJsonMapper(JsonMapper.builder().addModule(errors).build());
  }

  private static McpTransportContext context(HttpServletRequest request) {
    Caller caller = (Caller) Objects.requireNonNull(request.getAttribute(Calls.CALLER));
    return McpTransportContext.create(Map.of(Calls.CALLER, caller));
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    server.closeGracefully();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
