package dev.aidis.processor.commit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Decides when a stream thread commits: as soon as it has nothing left to do, so that readers see
 * an update a few milliseconds after it was made; and under load, when there is always something to
 * do, a while after the first change. A commit ends the transaction of all tasks of the thread, so
 * all of this is known by thread.
 *
 * <p>Where commits take long, as on brokers with much to do, they become fewer: else each would add
 * to what makes them slow. Kafka Streams' own interval cannot decide it: at rest it would end an
 * empty transaction each time, for to it each punctuation is a change.
 */
public final class CommitTiming {
  /** A thread that changed nothing for this long is idle. */
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** A session that changes many times between two commits is written to its changelog once. */
  public static final Duration AT_THE_LATEST = Duration.ofMillis(250);

  private static final long AT_THE_LATEST_NANOS = AT_THE_LATEST.toNanos();

  /** From one commit to the next passes about this many times as long as the one took. */
  private static final int TIMES_AS_LONG = 4;

  /** But no longer than this: well below the transaction's timeout. */
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** How long a thread that has nothing to do waits for records, before it looks here again. */
  public static final Duration POLL = Duration.ofMillis(25);

  private static final long POLL_NANOS = POLL.toNanos();

  private static final int NONE = -1;

  private final ThreadLocal<Uncommitted> ofThread = ThreadLocal.withInitial(Uncommitted::new);
  private final LongSupplier nanoTime;

  /** What a thread did since it last asked for a commit. */
  private static final class Uncommitted {
    boolean any;
    long first;
    long last;

    /**
     * The partition of the task that asked for the last commit, while it is not known how long that
     * took.
     */
    int asker = NONE;

    long askedAt;
    long pauseNanos;

    boolean isPausing(long now) {
      return pauseNanos > 0 && now - askedAt < pauseNanos;
    }

    void commitEnded(long now) {
      long took = Math.max(0, now - askedAt - POLL_NANOS);
      pauseNanos = Math.min(TIMES_AS_LONG * took, LONGEST_PAUSE_NANOS);
      asker = NONE;
    }
  }

  /**
   * @param nanoTime as {@link System#nanoTime()}
   */
  public CommitTiming(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** To be called with each record and each other change, by the thread that makes it. */
  public void changed() {
    Uncommitted uncommitted = ofThread.get();
    long now = nanoTime.getAsLong();
    if (uncommitted.asker != NONE) {
      uncommitted.commitEnded(now);
    }
    if (!uncommitted.any) {
      uncommitted.any = true;
      uncommitted.first = now;
    }
    uncommitted.last = now;
  }

  /**
   * Whether the calling thread is to commit now; once for what was changed so far.
   *
   * @param partition of the task that asks: all tasks of a thread ask in turn before any of them is
   *     committed
   */
  public boolean isDue(int partition) {
    Uncommitted uncommitted = ofThread.get();
    long now = nanoTime.getAsLong();
    if (uncommitted.asker == partition) {
      uncommitted.commitEnded(now);
    }
    boolean isWanted =
        uncommitted.any
            && (now - uncommitted.last >= IDLE_NANOS
                || now - uncommitted.first >= AT_THE_LATEST_NANOS);
    if (!isWanted || uncommitted.isPausing(now)) {
      return false;
    }
    uncommitted.any = false;
    uncommitted.asker = partition;
    uncommitted.askedAt = now;
    return true;
  }
}
