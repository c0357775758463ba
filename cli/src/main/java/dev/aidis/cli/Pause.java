package dev.aidis.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two tries. */
@FunctionalInterface
public interface Pause {
  void take(Duration duration);

  /** Real time; ends early when the thread is interrupted, and leaves it so. */
  static Pause real() {
    return duration -> {
      try {
        boolean never = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
        assert !never;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
