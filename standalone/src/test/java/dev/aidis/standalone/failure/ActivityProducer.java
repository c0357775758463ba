package dev.aidis.standalone.failure;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Tells activities to the log, as the ingest service does. Thread-safe. */
final class ActivityProducer implements Telling, AutoCloseable {
  private final KafkaProducer<byte[], byte[]> kafka;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  ActivityProducer(String bootstrapServers) {
    kafka =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @Override
  public void send(Activity activity) {
    var _ =
        kafka.send(
            new ProducerRecord<>(
                Topics.ACTIVITIES,
                keyOf(activity.trackerKey().toString()),
                WireCodecs.ACTIVITY.encode(activity)),
            (metadata, exception) -> {
              if (exception != null) {
                failure.compareAndSet(null, exception);
              }
            });
  }

  @Override
  public void flush() {
    kafka.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("an activity did not get into the log", failed);
    }
  }

  /** The partition that the log keeps a tracker key in. */
  static int partitionOf(String trackerKey) {
    return Utils.toPositive(Utils.murmur2(keyOf(trackerKey))) % Cluster.PARTITIONS;
  }

  @Override
  public void close() {
    kafka.close();
  }

  private static byte[] keyOf(String trackerKey) {
    return trackerKey.getBytes(StandardCharsets.UTF_8);
  }
}
