package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.tool.Call;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.CurrentWork.Told;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.schemas.TrackerKey;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
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

/** Makes a {@link Call} of what a client sent. */
final class Calls {
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
  Call of(List<Parameter<?>> parameters, Dialog dialog, CallToolRequest request) {
    Map<String, Object> raw = request.arguments() == null ? Map.of() : request.arguments();
    Map<String, Object> meta = request.meta() == null ? Map.of() : request.meta();
    Arguments arguments = Arguments.of(parameters, raw);
    Caller caller = withClientSession(dialog, meta);
    return new Call(
        arguments,
        caller,
        clock.instant(),
        dialog.client(),
        projectOf(caller.trackerKey(), dialog.connection()),
        attributes(meta),
        meta.get(CallIds.CALL_ID) instanceof String callId ? CallIds.of(callId) : ids,
        dialog);
  }

  /** The header goes before {@code _meta}, which goes before the MCP session. */
  private static Caller withClientSession(Dialog dialog, Map<String, Object> meta) {
    Caller caller = dialog.caller();
    if (caller.clientSession() != null) {
      return caller;
    }
    return Optional.of(meta)
        .map(told -> told.get(CLIENT_SESSION))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .or(dialog::session)
        .map(caller::withClientSession)
        .orElse(caller);
  }

  /** What was told last: by the client as it connected, or by a switch since. */
  private @Nullable String projectOf(TrackerKey key, String connection) {
    Optional<Work> work = connections.work(connection).flatMap(Calls::await);
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
