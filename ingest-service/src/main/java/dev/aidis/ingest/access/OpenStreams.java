package dev.aidis.ingest.access;

import dev.aidis.ingest.caller.Authority;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Answers that stay open until somebody closes them: at the latest when their token ends. */
final class OpenStreams implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Map<AsyncContext, Authority> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("aidis-open-streams").factory());

  static OpenStreams looking() {
    OpenStreams streams = new OpenStreams();
    long period = BETWEEN_LOOKS.toMillis();
    var _ =
        streams.looking.scheduleWithFixedDelay(
            streams::look, period, period, TimeUnit.MILLISECONDS);
    return streams;
  }

  void add(AsyncContext stream, Authority authority) {
    open.put(stream, authority);
    stream.addListener(new Forgetting(stream));
  }

  private void look() {
    open.forEach(
        (stream, authority) -> {
          if (!authority.isGood() && open.remove(stream) != null) {
            complete(stream);
          }
        });
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
      open.remove(stream);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      open.remove(stream);
    }

    @Override
    public void onError(AsyncEvent event) {
      open.remove(stream);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      open.remove(stream);
    }
  }
}
