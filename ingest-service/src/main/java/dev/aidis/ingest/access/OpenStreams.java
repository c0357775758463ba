package dev.aidis.ingest.access;

import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.StreamLimit;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Answers that stay open until somebody closes them: at the latest when their token ends, or their
 * client turns out to have gone. While an answer is not finished Tomcat does not read, so that a
 * closed connection shows only when something is written.
 */
final class OpenStreams implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final StreamLimit limit = new StreamLimit();
  private final Map<AsyncContext, Stream> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("aidis-open-streams").factory());

  private record Stream(Authority authority, StreamWriter writer) {}

  /**
   * @param keepAlive between two signs of life on each stream
   */
  static OpenStreams looking(Duration keepAlive) {
    OpenStreams streams = new OpenStreams();
    streams.every(BETWEEN_LOOKS, streams::look);
    streams.every(keepAlive, streams::stayAlive);
    return streams;
  }

  private void every(Duration period, Runnable task) {
    var _ =
        looking.scheduleWithFixedDelay(
            task, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether another may be opened; then {@link #add} or {@link #leave} follows. */
  boolean enter(Authority authority) {
    return limit.enter(authority);
  }

  /** It was not opened after all. */
  void leave(Authority authority) {
    limit.leave(authority);
  }

  void add(AsyncContext stream, Authority authority, StreamWriter writer) {
    open.put(stream, new Stream(authority, writer));
    stream.addListener(new Forgetting(stream));
  }

  private void look() {
    open.forEach(
        (stream, told) -> {
          if (!told.authority().isGood()) {
            aside(() -> end(stream));
          }
        });
  }

  private void stayAlive() {
    open.forEach(
        (stream, told) ->
            aside(
                () -> {
                  if (!told.writer().stayAlive()) {
                    end(stream);
                  }
                }));
  }

  /** A client that does not read must not hold up the others. */
  private static void aside(Runnable task) {
    Thread.ofVirtual().name("aidis-open-stream").start(task);
  }

  private void end(AsyncContext stream) {
    if (forget(stream)) {
      complete(stream);
    }
  }

  private boolean forget(AsyncContext stream) {
    Stream told = open.remove(stream);
    if (told != null) {
      limit.leave(told.authority());
      told.writer().end();
    }
    return told != null;
  }

  private static void complete(AsyncContext stream) {
    try {
      stream.complete();
    } catch (IllegalStateException e) {
      // Somebody else has ended it at this moment.
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }

  private final class Forgetting implements AsyncListener {
    private final AsyncContext stream;

    Forgetting(AsyncContext stream) {
      this.stream = stream;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      forget(stream);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      forget(stream);
    }

    @Override
    public void onError(AsyncEvent event) {
      forget(stream);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      forget(stream);
    }
  }
}
