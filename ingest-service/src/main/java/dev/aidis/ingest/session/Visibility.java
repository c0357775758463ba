package dev.aidis.ingest.session;

import dev.aidis.ingest.session.UpdateSignals.Subscription;
import dev.aidis.schemas.Activity;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;

/**
 * Waits until what was recorded can be read. It looks again at each signal, and from time to time
 * without one. Thread-safe.
 */
public final class Visibility {
  private final WrittenActivities written;
  private final UpdateSignals signals;
  private final Duration timeout;
  private final Duration poll;

  /**
   * Waits up to {@code timeout}.
   *
   * @param poll how often to look without a signal
   */
  public Visibility(
      WrittenActivities written, UpdateSignals signals, Duration timeout, Duration poll) {
    this.written = written;
    this.signals = signals;
    this.timeout = timeout;
    this.poll = poll;
  }

  /** How far an effect has come. */
  public enum Reach {
    VISIBLE,
    ON_ITS_WAY,
    /** Postgres is away, so nobody knows. */
    UNKNOWN
  }

  /**
   * Whether it can be read already.
   *
   * @throws DataAccessException if Postgres is away
   */
  boolean isVisible(Activity activity) {
    return written.contains(activity);
  }

  /** Returns as soon as the activity is visible, or when it is not in time. */
  public Reach await(Activity activity) {
    Semaphore signal = new Semaphore(0);
    long deadline = System.nanoTime() + timeout.toNanos();
    try (Subscription _ = signals.subscribe(activity.trackerKey(), signal::release)) {
      while (!written.contains(activity)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return Reach.ON_ITS_WAY;
        }
        awaitSignal(signal, Math.min(left, poll.toNanos()));
      }
      return Reach.VISIBLE;
    } catch (DataAccessException e) {
      return Reach.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reach.ON_ITS_WAY;
    }
  }

  private static void awaitSignal(Semaphore signal, long nanos) throws InterruptedException {
    if (signal.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
      signal.drainPermits();
    }
  }
}
