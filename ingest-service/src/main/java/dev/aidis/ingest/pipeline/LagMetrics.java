package dev.aidis.ingest.pipeline;

import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * How many records processor and sink are behind. Told from here, because a service that is dead
 * tells no lag. Thread-safe.
 */
public final class LagMetrics {
  static final String METRIC = "aidis.lag";

  /** One look serves all gauges of one scrape. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Pipeline pipeline;
  private final InstantSource clock;
  private Instant lookedAt = Instant.MIN;
  private CompletableFuture<Pipeline.Lag> look = new CompletableFuture<>();

  public LagMetrics(Pipeline pipeline, InstantSource clock) {
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /** One gauge for each group; NaN while Kafka does not answer. */
  public void register(MeterRegistry metrics) {
    register(ConsumerGroups.PROCESSOR, Topics.ACTIVITIES, Pipeline.Lag::activitiesLag, metrics);
    register(ConsumerGroups.SINK, Topics.SESSION_UPDATES, Pipeline.Lag::updatesLag, metrics);
  }

  private void register(
      String group, String topic, ToLongFunction<Pipeline.Lag> records, MeterRegistry metrics) {
    Gauge.builder(METRIC, () -> value(records))
        .description("Records of the topic that the group has not yet processed")
        .tag("group", group)
        .tag("topic", topic)
        .register(metrics);
  }

  private double value(ToLongFunction<Pipeline.Lag> records) {
    return latest()
        .thenApply(lag -> (double) records.applyAsLong(lag))
        .completeOnTimeout(Double.NaN, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(_ -> Double.NaN)
        .join();
  }

  /** A look that hangs is waited for rather than joined by others. */
  private synchronized CompletableFuture<Pipeline.Lag> latest() {
    Instant now = clock.instant();
    boolean first = lookedAt.equals(Instant.MIN);
    if (first || (look.isDone() && now.isAfter(lookedAt.plus(FRESH)))) {
      lookedAt = now;
      look = CompletableFuture.supplyAsync(pipeline::lag, task -> Thread.ofVirtual().start(task));
    }
    return look;
  }
}
