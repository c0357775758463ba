package dev.aidis.benchmarks.kafka;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Produces activities to {@link Topics#ACTIVITIES}, as a program with many of them would. Those of
 * a tracker key stay in order.
 */
public final class ActivityProducer implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> lost = new AtomicReference<>();

  /**
   * @param bootstrapServers of a broker that has the topic
   */
  public ActivityProducer(String bootstrapServers) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "compression.type",
                "lz4",
                "linger.ms",
                20,
                "batch.size",
                256 << 10,
                "acks",
                "all"),
            bytes,
            bytes);
  }

  public void send(Activity activity) {
    byte[] key = activity.trackerKey().toString().getBytes(StandardCharsets.UTF_8);
    byte[] value = WireCodecs.ACTIVITY.encode(activity);
    var _ =
        producer.send(
            new ProducerRecord<>(Topics.ACTIVITIES, key, value),
            (metadata, failure) -> {
              if (failure != null) {
                lost.compareAndSet(null, failure);
              }
            });
  }

  /**
   * Returns when all that was sent is acknowledged.
   *
   * @throws IllegalStateException when one was not
   */
  public void flush() {
    producer.flush();
    if (lost.get() != null) {
      throw new IllegalStateException("an activity was not acknowledged", lost.get());
    }
  }

  /** What is not flushed may be lost unnoticed. */
  @Override
  public void close() {
    producer.close();
  }
}
