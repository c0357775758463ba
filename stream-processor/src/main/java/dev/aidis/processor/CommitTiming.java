package dev.aidis.processor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Decides when a stream thread commits: as soon as it has nothing left to do, so that readers see
 * an update a few milliseconds after it was made; and under load, when there is always something to
 * do, a while after the first change. A commit ends the transaction of all tasks of the thread, so
 * all of this is known by thread. Kafka Streams' own interval cannot decide it: at rest it would
 * end an empty transaction each time, for to it each punctuation is a change.
 */
final class CommitTiming {
  /** A thread that changed nothing for this long is idle. */
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** A session that changes many times between two commits is written to its changelog once. */
  static final Duration AT_THE_LATEST = Duration.ofMillis(250);

  private static final long AT_THE_LATEST_NANOS = AT_THE_LATEST.toNanos();

  private final ThreadLocal<Uncommitted> ofThread = ThreadLocal.withInitial(Uncommitted::new);
  private final LongSupplier nanoTime;

  /** What a thread did since it last asked for a commit. */
  private static final class Uncommitted {
    boolean any;
    long first;
    long last;
  }

  /**
   * @param nanoTime as {@link System#nanoTime()}
   */
  CommitTiming(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** To be called with each record and each other change, by the thread that makes it. */
  void changed() {
    Uncommitted uncommitted = ofThread.get();
    long now = nanoTime.getAsLong();
    if (!uncommitted.any) {
      uncommitted.any = true;
      uncommitted.first = now;
    }
    uncommitted.last = now;
  }

  /** Whether the calling thread is to commit now; once for what was changed so far. */
  boolean isDue() {
    Uncommitted uncommitted = ofThread.get();
    if (!uncommitted.any) {
      return false;
    }
    long now = nanoTime.getAsLong();
    boolean due =
        now - uncommitted.last >= IDLE_NANOS || now - uncommitted.first >= AT_THE_LATEST_NANOS;
    uncommitted.any = !due;
    return due;
  }
}
