package dev.aidis.cli.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends lines in the order they are added, on a thread of its own. Adding waits while the lane is
 * full, so an import holds no more than a few thousand lines.
 */
final class Lane {
  private static final int HANDFUL = 200;
  private static final int HANDFULS_WAITING = 10;
  private static final List<String> END = List.of();

  private final BlockingQueue<List<String>> waiting = new ArrayBlockingQueue<>(HANDFULS_WAITING);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final LineSender sender;
  private final Thread thread;
  private List<String> filling = new ArrayList<>(HANDFUL);

  Lane(String name, LineSender sender) {
    this.sender = sender;
    this.thread = Thread.ofPlatform().name(name).daemon().start(this::sendAll);
  }

  void add(String line) {
    filling.add(line);
    if (filling.size() == HANDFUL) {
      hand(filling);
      filling = new ArrayList<>(HANDFUL);
    }
  }

  /** Nothing more will be added; {@link #await} then waits until all is sent. */
  void end() {
    if (!filling.isEmpty()) {
      hand(filling);
    }
    hand(END);
  }

  /**
   * Returns when all is sent.
   *
   * @throws RuntimeException that the sender threw
   */
  void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    }
    throwFailure();
  }

  void stop() {
    thread.interrupt();
  }

  private void hand(List<String> lines) {
    try {
      do {
        throwFailure();
      } while (!waiting.offer(lines, 100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    }
  }

  private void throwFailure() {
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  private void sendAll() {
    try {
      List<String> lines = waiting.take();
      while (!lines.isEmpty()) {
        lines.forEach(sender::add);
        lines = waiting.take();
      }
      sender.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }
}
