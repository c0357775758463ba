package dev.aidis.standalone;

import dev.aidis.standalone.home.StartException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tracker is made of. Parts start at the same time, each in a thread of its own, and stop
 * one after the other: the last begun first. Safe for use by several threads: a signal can stop the
 * parts while they are starting.
 */
final class Parts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  /** For one part to stop; longer than any of them should need. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private record Part(String name, CompletableFuture<? extends AutoCloseable> running) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private final Console console;
  private boolean closing;

  Parts(Console console) {
    this.console = console;
  }

  /**
   * Begins to start a part. Whatever goes wrong with it becomes a {@link StartException}.
   *
   * @param name as a person reads it, such as {@code Kafka}
   */
  synchronized <T extends AutoCloseable> CompletableFuture<T> begin(
      String name, Callable<T> start) {
    if (closing) {
      throw new CancellationException("stopped before " + name + " was started");
    }
    CompletableFuture<T> running =
        CompletableFuture.supplyAsync(() -> timed(name, start), threadNamed("start " + name));
    parts.push(new Part(name, running));
    return running;
  }

  /** Adds what is there already, to be closed in its turn. */
  synchronized void hold(String name, AutoCloseable part) {
    parts.push(new Part(name, CompletableFuture.completedFuture(part)));
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    for (Part part = next(); part != null; part = next()) {
      stop(part);
    }
  }

  private <T> T timed(String name, Callable<T> start) {
    long begun = System.nanoTime();
    try {
      T running = start.call();
      console.started(name, Duration.ofNanos(System.nanoTime() - begun));
      return running;
    } catch (StartException e) {
      throw e;
    } catch (Exception e) { // whatever a broker, a database or a service throws
      throw new StartException("%s did not start: %s".formatted(name, rootCause(e)), e);
    }
  }

  private synchronized @Nullable Part next() {
    return parts.poll();
  }

  /** A part that is still starting is stopped once it has started. */
  private static void stop(Part part) {
    CompletableFuture<Void> stopped =
        part.running().thenAcceptAsync(Parts::closed, threadNamed("stop " + part.name()));
    try {
      stopped.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("{} did not stop within {} s", part.name(), PATIENCE.toSeconds());
    } catch (ExecutionException e) {
      LOG.warn("{} did not start or stop as it should", part.name(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closed(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) { // as AutoCloseable declares
      throw new IllegalStateException("while stopping", e);
    }
  }

  private static Executor threadNamed(String name) {
    return task -> Thread.ofPlatform().name(name).daemon().start(task);
  }

  private static String rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
