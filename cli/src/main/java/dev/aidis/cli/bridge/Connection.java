package dev.aidis.cli.bridge;

import dev.aidis.cli.Pause;
import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The assistant's connection with the tracker, which outlives the tracker's: when the tracker has
 * forgotten it, or was away when the assistant began it, it is opened again. Thread-safe.
 */
final class Connection {
  private static final int NOT_FOUND = 404;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  private final Endpoint endpoint;
  private final Consumer<String> assistant;
  private final Pause pause;
  private final AtomicReference<@Nullable Line> initialize = new AtomicReference<>();
  private final AtomicReference<@Nullable Session> session = new AtomicReference<>();

  private record Session(String id, @Nullable String revision) {}

  Connection(Endpoint endpoint, Consumer<String> assistant, Pause pause) {
    this.endpoint = endpoint;
    this.assistant = assistant;
    this.pause = pause;
  }

  /** What the assistant calls itself, once it did. */
  Json client() {
    Line begun = initialize.get();
    return begun == null ? Json.empty() : begun.parameters().object("clientInfo");
  }

  /**
   * Sends a message and hands over what comes back.
   *
   * @throws IOException if no tracker answers
   */
  Endpoint.Answer send(Line line, String text, Consumer<String> messages) throws IOException {
    if (line.revision() != null) {
      return endpoint.post(line, text, null, line.revision(), messages);
    }
    if (line.is("initialize")) {
      initialize.set(line);
      return open(line, messages);
    }
    Session open = opened();
    Endpoint.Answer answer = post(line, text, open, messages);
    if (answer.status() == NOT_FOUND && open != null) {
      session.compareAndSet(open, null);
      return post(line, text, opened(), messages);
    }
    return answer;
  }

  private Endpoint.Answer post(
      Line line, String text, @Nullable Session open, Consumer<String> messages)
      throws IOException {
    return endpoint.post(
        line,
        text,
        open == null ? null : open.id(),
        open == null ? null : open.revision(),
        messages);
  }

  private synchronized @Nullable Session opened() throws IOException {
    Line begun = initialize.get();
    if (session.get() == null && begun != null) {
      open(begun, unwanted -> {});
      Session open = session.get();
      if (open != null) {
        Line initialized = Line.of(INITIALIZED).orElseThrow();
        post(initialized, INITIALIZED, open, unwanted -> {});
      }
    }
    return session.get();
  }

  private Endpoint.Answer open(Line begun, Consumer<String> messages) throws IOException {
    AtomicReference<@Nullable String> revision = new AtomicReference<>();
    Endpoint.Answer answer =
        endpoint.post(
            begun,
            begun.text(),
            null,
            null,
            message -> {
              Json.read(message)
                  .map(told -> told.object("result").text("protocolVersion"))
                  .ifPresent(revision::set);
              messages.accept(message);
            });
    String id = answer.session();
    if (answer.isOk() && id != null) {
      Session open = new Session(id, revision.get());
      session.set(open);
      Thread.ofVirtual().start(() -> listen(open));
    }
    return answer;
  }

  /** Hands over what the tracker says unasked, as long as this session is the one. */
  private void listen(Session open) {
    Duration next = Duration.ofSeconds(1);
    while (open.equals(session.get())) {
      try {
        if (!endpoint.listen(open.id(), open.revision(), assistant).isOk()) {
          return;
        }
        next = Duration.ofSeconds(1);
      } catch (IOException away) {
        next =
            next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? next.multipliedBy(2)
                : LONGEST_PAUSE;
      }
      pause.take(next);
    }
  }

  /** Tells the tracker that the assistant has gone, if it is there. */
  void close() {
    Session open = session.getAndSet(null);
    if (open != null) {
      try {
        endpoint.delete(open.id(), open.revision());
      } catch (IOException away) {
        // It forgets the session by itself.
        return;
      }
    }
  }
}
