package dev.aidis.processor;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Decides when to ask for a commit before the interval is over: as soon as the stream thread has
 * nothing to do, so that readers see an update a few milliseconds after it was made. A commit ends
 * the transaction of all tasks of the thread; under load, when one task waits for its turn while
 * others are processed, nobody may ask for it.
 */
final class IdleCommit {
  /** A thread that processed nothing for this long is idle. */
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final ThreadLocal<long[]> lastWork = ThreadLocal.withInitial(() -> new long[1]);
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime as {@link System#nanoTime()}
   */
  IdleCommit(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** To be called with each record, by the thread that processes it. */
  void worked() {
    lastWork.get()[0] = nanoTime.getAsLong();
  }

  /** Whether the calling thread is idle. */
  boolean isDue() {
    return nanoTime.getAsLong() - lastWork.get()[0] >= IDLE_NANOS;
  }
}
