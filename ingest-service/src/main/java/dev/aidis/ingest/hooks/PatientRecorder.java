package dev.aidis.ingest.hooks;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.schemas.Activity;
import dev.aidis.service.tracing.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records activities, and keeps the caller waiting only so long: when the log is slow or away,
 * recording goes on without it, for at most 1000 callers at once. Closing waits for them.
 */
final class PatientRecorder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PatientRecorder.class);
  private static final int MAX_WAITING = 1000;

  private final ActivityRecorder recorder;
  private final Duration patience;
  private final Tracing tracing;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore waiting = new Semaphore(MAX_WAITING);

  PatientRecorder(ActivityRecorder recorder, Duration patience, Tracing tracing) {
    this.recorder = recorder;
    this.patience = patience;
    this.tracing = tracing;
  }

  /**
   * @return {@link Outcome#RECORDED}, or {@link Outcome#ON_ITS_WAY} if the patience is at its end
   * @throws LogUnavailableException if the log did not take them, as far as known by then
   */
  Outcome record(List<Activity> activities) {
    if (!waiting.tryAcquire()) {
      throw new LogUnavailableException(
          "not recorded: " + MAX_WAITING + " hooks wait for Kafka already; is it running?", null);
    }
    CompletableFuture<Outcome> recording =
        CompletableFuture.supplyAsync(tracing.carried(() -> recordNow(activities)), executor);
    try {
      return recording
          .copy()
          .completeOnTimeout(Outcome.ON_ITS_WAY, patience.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException refused ? refused : e;
    }
  }

  /**
   * Records for someone who waits for the end of it.
   *
   * @throws LogUnavailableException if the log did not take them
   */
  Outcome recordFully(List<Activity> activities) {
    recorder.record(activities);
    return Outcome.RECORDED;
  }

  private Outcome recordNow(List<Activity> activities) {
    try {
      recorder.record(activities);
      return Outcome.RECORDED;
    } catch (LogUnavailableException e) {
      log.warn("What a hook told was not recorded: {}", e.getMessage());
      throw e;
    } finally {
      waiting.release();
    }
  }

  @Override
  public void close() {
    executor.close();
  }
}
