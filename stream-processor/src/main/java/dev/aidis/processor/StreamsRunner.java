package dev.aidis.processor;

import dev.aidis.processor.fencing.FencedClients;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology from its construction to {@link #close()}. */
final class StreamsRunner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

  private final KafkaStreams streams;
  private final CountDownLatch running = new CountDownLatch(1);

  StreamsRunner(Topology topology, Map<String, Object> config) {
    Properties properties = new Properties();
    properties.putAll(config);
    streams = new KafkaStreams(topology, properties, new FencedClients());
    streams.setUncaughtExceptionHandler(
        failure -> {
          log.error("a stream thread failed and is replaced", failure);
          return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
    streams.start();
  }

  /**
   * Waits until the state is restored and activities are being processed.
   *
   * @throws IllegalStateException if that takes longer
   */
  void awaitRunning(Duration atMost) throws InterruptedException {
    if (!running.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "the stream processor is still " + streams.state() + " after " + atMost);
    }
  }

  boolean isRunning() {
    return streams.state().isRunningOrRebalancing();
  }

  @Override
  public void close() {
    boolean stopped =
        streams.close(
            CloseOptions.timeout(STOP_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!stopped) {
      log.warn("the stream threads did not stop within {}", STOP_WITHIN);
    }
  }
}
