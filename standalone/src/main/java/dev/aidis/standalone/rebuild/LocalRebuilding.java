package dev.aidis.standalone.rebuild;

import dev.aidis.ingest.rebuild.Rebuilding;
import dev.aidis.processor.ProcessorApplication;
import dev.aidis.processor.ProcessorSettings;
import dev.aidis.schemas.Replay;
import dev.aidis.sink.rebuild.DatabaseRebuild;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Rebuilds the database of this tracker, in a thread of its own. Closing breaks a rebuild off. */
public final class LocalRebuilding implements Rebuilding, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalRebuilding.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(7);

  private final Map<String, Object> processor;
  private final Path states;
  private final ReplayTraces traces;
  private final CompletableFuture<ConfigurableApplicationContext> sink;
  private final InstantSource clock;
  private Status status = Status.NONE;
  private @Nullable Thread running;

  /**
   * @param processor the properties of the tracker's own processor
   * @param states where processors keep their states
   * @param traces what replays leave on the broker
   * @param sink of this tracker
   */
  public LocalRebuilding(
      Map<String, Object> processor,
      Path states,
      ReplayTraces traces,
      CompletableFuture<ConfigurableApplicationContext> sink,
      InstantSource clock) {
    this.processor = processor;
    this.states = states;
    this.traces = traces;
    this.sink = sink;
    this.clock = clock;
  }

  @Override
  public synchronized Status begin() {
    if (status.state() != State.RUNNING) {
      Instant now = clock.instant();
      status = new Status(State.RUNNING, "preparing", 0, 0, now, null, Map.of(), null);
      Replay replay = new Replay(Long.toString(now.toEpochMilli(), Character.MAX_RADIX));
      running = Thread.ofPlatform().name("rebuild").daemon().start(() -> run(replay));
    }
    return status;
  }

  @Override
  public synchronized Status status() {
    return status;
  }

  @Override
  public void close() {
    Thread thread;
    synchronized (this) {
      thread = running;
    }
    if (thread != null) {
      thread.interrupt();
      await(thread);
    }
  }

  private static void await(Thread thread) {
    try {
      if (!thread.join(STOP_WITHIN)) {
        LOG.warn("the rebuild does not stop within {} s", STOP_WITHIN.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Replay replay) {
    try {
      traces.remove(states);
      Map<String, Long> changed = rebuild(replay);
      traces.remove(states);
      end(State.DONE, changed, null);
    } catch (InterruptedException e) {
      end(State.FAILED, Map.of(), "the tracker was stopped");
    } catch (ExecutionException
        | IOException
        | SQLException
        | KafkaException
        | IllegalStateException e) {
      LOG.error("The rebuild failed, nothing was changed", e);
      end(State.FAILED, Map.of(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("The rebuild failed, nothing was changed", e);
      end(State.FAILED, Map.of(), "an error of the tracker's own, its log says more");
    }
  }

  private Map<String, Long> rebuild(Replay replay)
      throws SQLException, ExecutionException, InterruptedException {
    Map<String, Object> properties = new HashMap<>(processor);
    properties.put("aidis.replay.name", replay.name());
    try (ConfigurableApplicationContext replaying = ProcessorApplication.start(properties)) {
      Duration gap = replaying.getBean(ProcessorSettings.class).inactivityGap();
      return sink.join().getBean(DatabaseRebuild.class).run(replay, gap, this::progress);
    }
  }

  private synchronized void progress(String phase, long done, long total) {
    status =
        new Status(State.RUNNING, phase, done, total, status.startedAt(), null, Map.of(), null);
  }

  private synchronized void end(State state, Map<String, Long> changed, @Nullable String failure) {
    status =
        new Status(
            state,
            status.phase(),
            status.done(),
            status.total(),
            status.startedAt(),
            clock.instant(),
            changed,
            failure);
  }
}
