package dev.aidis.sink.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs consumers on threads of their own, until stopped. A consumer that fails is replaced by a new
 * one.
 */
public final class SinkRunner implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SinkRunner.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(8);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(4);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final BatchIntake intake;
  private final InstantSource clock;
  private final int concurrency;
  private final List<Worker> workers = new ArrayList<>();

  /**
   * @param concurrency number of consumers
   */
  public SinkRunner(
      Supplier<Consumer<byte[], byte[]>> consumers,
      BatchIntake intake,
      InstantSource clock,
      int concurrency) {
    this.consumers = consumers;
    this.intake = intake;
    this.clock = clock;
    this.concurrency = concurrency;
  }

  @Override
  public synchronized void start() {
    for (int number = 1; number <= concurrency; number++) {
      Worker worker = new Worker("session-sink-" + number);
      workers.add(worker);
      worker.thread.start();
    }
  }

  @Override
  public synchronized void stop() {
    workers.forEach(Worker::askToStop);
    workers.forEach(Worker::awaitStop);
    workers.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !workers.isEmpty();
  }

  private final class Worker implements Runnable {
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final Backoff backoff = new Backoff();
    private volatile @org.jspecify.annotations.Nullable Consumer<byte[], byte[]> running;

    Worker(String name) {
      thread = new Thread(this, name);
    }

    @Override
    public void run() {
      while (stopping.getCount() > 0) {
        try {
          consume(consumers.get());
        } catch (RuntimeException e) {
          Duration wait = backoff.next();
          log.error("The consumer failed, a new one starts in {} ms", wait.toMillis(), e);
          pause(wait);
        }
      }
    }

    private void consume(Consumer<byte[], byte[]> consumer) {
      running = consumer;
      UpdatesConsumer updates = new UpdatesConsumer(consumer, intake, clock);
      try {
        updates.subscribe();
        while (stopping.getCount() > 0) {
          updates.step();
        }
        updates.commitDone();
      } catch (WakeupException e) {
        updates.commitDone();
      } finally {
        running = null;
        consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
      }
    }

    private void pause(Duration wait) {
      try {
        stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        stopping.countDown();
      }
    }

    void askToStop() {
      stopping.countDown();
      Consumer<byte[], byte[]> consumer = running;
      if (consumer != null) {
        consumer.wakeup();
      }
    }

    void awaitStop() {
      try {
        if (!thread.join(STOP_WITHIN)) {
          log.warn("{} does not stop within {} s", thread.getName(), STOP_WITHIN.toSeconds());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
