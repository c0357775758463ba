package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The clients that are connected over MCP. Each is announced once, when it first speaks after
 * {@code initialize}; announcing goes on beside its first calls, which wait for it. Thread-safe;
 * forgets the least recently used beyond 10,000.
 */
final class Connections {
  private static final int MAX_CONNECTIONS = 10_000;
  private static final Duration SILENCE = Duration.ofHours(2);

  private final Announcer announcer;
  private final Executor executor;
  private final Map<String, Connection> byId =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Connection> eldest) {
          return size() > MAX_CONNECTIONS;
        }
      };

  Connections(Announcer announcer, Executor executor) {
    this.announcer = announcer;
    this.executor = executor;
  }

  /** A client was given that session id in answer to {@code initialize}. */
  synchronized void opened(String id, String client) {
    byId.put(id, new Connection(client, null, Instant.MAX));
  }

  /**
   * A client sent a request that stands for itself. It is announced with the first, and again when
   * it was silent for as long as ends a session.
   *
   * @return names its connection
   */
  synchronized String met(Caller caller, String client, Instant now) {
    String id =
        String.join(
            "\u0000",
            "stateless",
            caller.trackerKey().toString(),
            caller.machine(),
            client,
            String.valueOf(caller.clientSession()),
            String.valueOf(caller.project()),
            String.valueOf(caller.repo()));
    Connection known = byId.get(id);
    CompletableFuture<Work> work =
        known == null || known.work() == null || known.seen().plus(SILENCE).isBefore(now)
            ? announce(caller, client)
            : known.work();
    byId.put(id, new Connection(client, work, now));
    return id;
  }

  /** A client sent a message in its session. */
  synchronized void spoke(String id, Caller caller) {
    Connection connection = byId.get(id);
    if (connection != null && connection.work() == null) {
      Caller known = caller.clientSession() == null ? caller.withClientSession(id) : caller;
      CompletableFuture<Work> work = announce(known, connection.client());
      byId.put(id, new Connection(connection.client(), work, Instant.MAX));
    }
  }

  private CompletableFuture<Work> announce(Caller caller, String client) {
    return CompletableFuture.supplyAsync(() -> announcer.announce(caller, client), executor);
  }

  synchronized void closed(String id) {
    byId.remove(id);
  }

  /** What the client of that session works on; absent for a session that is not known. */
  synchronized Optional<CompletableFuture<Work>> work(String id) {
    Connection connection = byId.get(id);
    return connection == null ? Optional.empty() : Optional.ofNullable(connection.work());
  }

  private record Connection(String client, @Nullable CompletableFuture<Work> work, Instant seen) {}
}
