package dev.aidis.cli.gitimport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is added in that order, batch by batch, on a thread of its own. Adding waits while the
 * lane is full, so an import holds no more than a few batches.
 */
final class Lane {
  /** What the tracker takes at once. */
  static final int BATCH = 1000;

  private static final int BATCHES_WAITING = 2;
  private static final List<CommitActivity> END = List.of();

  private final BlockingQueue<List<CommitActivity>> waiting =
      new ArrayBlockingQueue<>(BATCHES_WAITING);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final ActivitySender sender;
  private final Consumer<Receipt> receipts;
  private final Thread thread;
  private List<CommitActivity> filling = new ArrayList<>(BATCH);

  Lane(String name, ActivitySender sender, Consumer<Receipt> receipts) {
    this.sender = sender;
    this.receipts = receipts;
    this.thread = Thread.ofPlatform().name(name).daemon().start(this::sendAll);
  }

  void add(CommitActivity activity) {
    filling.add(activity);
    if (filling.size() == BATCH) {
      hand(filling);
      filling = new ArrayList<>(BATCH);
    }
  }

  /** Sends what was not a full batch yet; {@link #await} then waits for the end. */
  void end() {
    if (!filling.isEmpty()) {
      hand(filling);
    }
    hand(END);
  }

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

  private void hand(List<CommitActivity> batch) {
    try {
      do {
        throwFailure();
      } while (!waiting.offer(batch, 100, TimeUnit.MILLISECONDS));
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
      List<CommitActivity> batch = waiting.take();
      while (!batch.isEmpty()) {
        receipts.accept(sender.send(batch));
        batch = waiting.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }
}
