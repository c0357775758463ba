package dev.aidis.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads commits in small runs on all cores and hands them over in order. At most {@link
 * #RUNS_AHEAD} runs for each worker are read ahead, so memory is bounded however slow the consumer.
 */
final class ParallelReading implements AutoCloseable {
  /** Neighbours in a history share delta bases, which each reader caches. */
  private static final int COMMITS_A_RUN = 16;

  private static final int RUNS_AHEAD = 8;

  /** Beyond that, memory for their caches grows and speed does not. */
  private static final int MOST_WORKERS = 8;

  private final int count = Math.min(Runtime.getRuntime().availableProcessors(), MOST_WORKERS);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().name("git-", 0).factory());
  private final BlockingQueue<CommitReader> readers = new LinkedBlockingQueue<>();

  ParallelReading(Supplier<CommitReader> newReader) {
    for (int i = 0; i < count; i++) {
      readers.add(newReader.get());
    }
  }

  void read(List<CommitHeader> commits, Consumer<Commit> consumer) throws IOException {
    Deque<Future<List<Commit>>> underWay = new ArrayDeque<>();
    for (int from = 0; from < commits.size(); from += COMMITS_A_RUN) {
      List<CommitHeader> run =
          commits.subList(from, Math.min(from + COMMITS_A_RUN, commits.size()));
      underWay.add(workers.submit(() -> readRun(run)));
      if (underWay.size() > RUNS_AHEAD * count) {
        result(underWay.remove()).forEach(consumer);
      }
    }
    while (!underWay.isEmpty()) {
      result(underWay.remove()).forEach(consumer);
    }
  }

  private List<Commit> readRun(List<CommitHeader> run) throws IOException, InterruptedException {
    CommitReader reader = readers.take();
    try {
      List<Commit> commits = new ArrayList<>(run.size());
      for (CommitHeader header : run) {
        commits.add(reader.read(header));
      }
      return commits;
    } finally {
      readers.add(reader);
    }
  }

  private static List<Commit> result(Future<List<Commit>> run) throws IOException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new GitException("reading commits failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException("reading commits was interrupted", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    workers.close();
    readers.forEach(CommitReader::close);
  }
}
