package dev.aidis.benchmarks.calls;

import dev.aidis.benchmarks.tracker.McpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Lets MCP clients call a tool, and tells how long each call took, in milliseconds. */
final class ToolCalls {
  private static final long NANOS = 1_000_000_000L;

  private final List<McpClient> clients;

  ToolCalls(List<McpClient> clients) {
    this.clients = clients;
  }

  /** Each client calls, and calls again as soon as it has its answer. */
  List<Double> atFullSpeed(int seconds) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + seconds * NANOS;
    List<Callable<List<Double>>> each = new ArrayList<>();
    for (McpClient client : clients) {
      each.add(
          () -> {
            List<Double> millis = new ArrayList<>();
            while (System.nanoTime() < end) {
              long begin = System.nanoTime();
              client.call();
              millis.add((System.nanoTime() - begin) / 1e6);
            }
            return millis;
          });
    }
    return run(each);
  }

  /**
   * Calls that are due at even distances, whether or not the ones before are answered; the time of
   * one that had to wait for a free client counts from when it was due.
   */
  List<Double> atRate(int perSecond, int seconds) throws InterruptedException, ExecutionException {
    BlockingQueue<McpClient> free = new ArrayBlockingQueue<>(clients.size(), true, clients);
    List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    long begin = System.nanoTime();
    List<Callable<List<Double>>> each = new ArrayList<>();
    for (int i = 0; i < perSecond * seconds; i++) {
      long due = begin + i * NANOS / perSecond;
      each.add(
          () -> {
            while (System.nanoTime() < due) {
              LockSupport.parkNanos(due - System.nanoTime());
            }
            McpClient client = free.take();
            client.call();
            free.add(client);
            millis.add((System.nanoTime() - due) / 1e6);
            return List.of();
          });
    }
    run(each);
    return millis;
  }

  private static List<Double> run(List<Callable<List<Double>>> each)
      throws InterruptedException, ExecutionException {
    List<Double> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Double>>> running = each.stream().map(threads::submit).toList();
      for (Future<List<Double>> one : running) {
        all.addAll(one.get());
      }
    }
    return all;
  }
}
