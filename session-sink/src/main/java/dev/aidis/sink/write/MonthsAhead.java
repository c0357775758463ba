package dev.aidis.sink.write;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes the partitions of the months to come as time goes by, however long the sink runs. */
public final class MonthsAhead implements SmartLifecycle {
  public static final Duration TWICE_A_DAY = Duration.ofHours(12);

  private static final Logger log = LoggerFactory.getLogger(MonthsAhead.class);

  private final BatchWriter writer;
  private final InstantSource clock;
  private final Duration every;
  private @Nullable ScheduledExecutorService thread;

  public MonthsAhead(BatchWriter writer, InstantSource clock, Duration every) {
    this.writer = writer;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public synchronized void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("session-sink-months").daemon().factory());
    var _ =
        thread.scheduleWithFixedDelay(
            this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One that fails is made up for by the next, or by the activity that needs the partition. */
  private void look() {
    try {
      writer.prepare(clock.instant());
    } catch (SQLException | RuntimeException e) {
      log.warn("The months ahead have no partitions yet: {}", e.toString());
    }
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }
}
