package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.mcp.tool.Call;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.CurrentWork.Told;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.schemas.TrackerKey;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Call} of what the SDK hands over. */
final class Calls {
  /** Where the caller stands in the SDK's transport context. */
  static final String CALLER = "aidis.caller";

  private static final String CLIENT_SESSION = "aidis/clientSession";
  private static final String TOOL_USE = "claudecode/toolUseId";
  private static final Duration PATIENCE_WITH_ANNOUNCING = Duration.ofSeconds(3);

  private final Connections connections;
  private final CurrentWork currentWork;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  Calls(Connections connections, CurrentWork currentWork, Supplier<UUID> ids, InstantSource clock) {
    this.connections = connections;
    this.currentWork = currentWork;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The call of a tool.
   *
   * @throws BadArgumentException if the arguments do not fit the parameters
   */
  Call of(List<Parameter<?>> parameters, McpSyncServerExchange exchange, CallToolRequest request) {
    Map<String, Object> raw = request.arguments() == null ? Map.of() : request.arguments();
    Map<String, Object> meta = request.meta() == null ? Map.of() : request.meta();
    Arguments arguments = Arguments.of(parameters, raw);
    Caller caller = withClientSession(callerOf(exchange), meta, exchange.sessionId());
    Implementation client = exchange.getClientInfo();
    return new Call(
        arguments,
        caller,
        clock.instant(),
        ClientName.of(client.name(), client.version()),
        projectOf(caller.trackerKey(), exchange.sessionId()),
        attributes(meta),
        ids);
  }

  /** Who speaks. */
  static Caller callerOf(McpSyncServerExchange exchange) {
    return (Caller) exchange.transportContext().get(CALLER);
  }

  /** The header goes before {@code _meta}, which goes before the MCP session. */
  private static Caller withClientSession(Caller caller, Map<String, Object> meta, String session) {
    if (caller.clientSession() != null) {
      return caller;
    }
    return caller.withClientSession(
        meta.get(CLIENT_SESSION) instanceof String told ? told : session);
  }

  /** What was told last: by the client as it connected, or by a switch since. */
  private @Nullable String projectOf(TrackerKey key, String session) {
    Optional<Work> work = connections.work(session).flatMap(Calls::await);
    Optional<Told> switched = currentWork.told(key);
    Instant connectedAt = work.map(Work::since).orElse(Instant.MIN);
    return switched
        .filter(told -> !told.at().isBefore(connectedAt))
        .map(Told::project)
        .or(() -> work.map(Work::project))
        .or(() -> switched.map(Told::project))
        .orElse(null);
  }

  private static Optional<Work> await(CompletableFuture<Work> announcing) {
    long patience = PATIENCE_WITH_ANNOUNCING.toMillis();
    return announcing
        .thenApply(Optional::of)
        .exceptionally(_ -> Optional.empty())
        .completeOnTimeout(Optional.empty(), patience, TimeUnit.MILLISECONDS)
        .join();
  }

  private static Map<String, String> attributes(Map<String, Object> meta) {
    return meta.get(TOOL_USE) instanceof String id ? Map.of(ToolUses.ATTRIBUTE, id) : Map.of();
  }
}
