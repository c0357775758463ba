package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.offer.Offers;
import dev.aidis.ingest.mcp.stateless.StatelessServer;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ResourcesUpdatedNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The SDK's server with our tools, resources and guides. It is stopped before the web server, which
 * would otherwise wait for the clients' open streams.
 */
final class McpEndpoint implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(McpEndpoint.class);

  static final String PATH = "/mcp";

  static final ServerCapabilities CAPABILITIES =
      ServerCapabilities.builder()
          .tools(false)
          .resources(true, false)
          .prompts(false)
          .completions()
          .logging()
          .build();

  /** Longer than a working day, so that a client left open overnight is still known. */
  private static final Duration IDLE_SESSIONS_SWEPT = Duration.ofHours(24);

  static final String INSTRUCTIONS =
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
  private final StatelessServer stateless;
  private volatile boolean running;

  McpEndpoint(Offers offers, StatelessServer stateless, McpSettings settings) {
    this.stateless = stateless;
    Specifications offered = new Specifications(offers);
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
            .serverInfo(offers.server())
            .instructions(offers.instructions())
            .capabilities(CAPABILITIES)
            .requestTimeout(settings.patience())
            .immediateExecution(true)
            .validateToolInputs(false)
            .jsonSchemaValidator(new TrustedSchemas())
            .tools(offered.tools())
            .resources(offered.resources())
            .resourceTemplates(offered.templates())
            .prompts(offered.prompts())
            .completions(offered.completions())
            .build();
  }

  HttpServlet servlet() {
    return transport;
  }

  /** Tells a client of these sessions that a resource changed, if it has a stream open. */
  void changed(String session, String uri) {
    transport
        .notifyClient(
            session,
            McpSchema.METHOD_NOTIFICATION_RESOURCES_UPDATED,
            new ResourcesUpdatedNotification(uri))
        .doOnError(e -> log.debug("Session {} cannot be told: {}", session, e.getMessage()))
        .onErrorComplete()
        .block();
  }

  private static McpJsonMapper jsonMapper() {
    SimpleModule errors = new SimpleModule().addSerializer(new TransportErrorJson());
    return new JacksonMcpJsonMapper(JsonMapper.builder().addModule(errors).build());
  }

  private static McpTransportContext context(HttpServletRequest request) {
    Caller caller = (Caller) Objects.requireNonNull(request.getAttribute(SessionDialog.CALLER));
    return McpTransportContext.create(Map.of(SessionDialog.CALLER, caller));
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    stateless.stop();
    server.closeGracefully();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
