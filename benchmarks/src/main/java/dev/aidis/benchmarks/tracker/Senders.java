package dev.aidis.benchmarks.tracker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several senders at once, each one request after the other. */
public final class Senders {
  private Senders() {}

  /** What one sender does with one item. */
  @FunctionalInterface
  public interface Send<T> {
    void send(int sender, T item) throws Exception;
  }

  /**
   * Returns when every item is sent; who is free takes the next one.
   *
   * @throws ExecutionException the first failure of a sender
   */
  public static <T> void each(int senders, List<T> items, Send<T> send)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int sender = 0; sender < senders; sender++) {
        int number = sender;
        running.add(
            threads.submit(
                () -> {
                  for (int i = next.getAndIncrement();
                      i < items.size();
                      i = next.getAndIncrement()) {
                    send.send(number, items.get(i));
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }
}
