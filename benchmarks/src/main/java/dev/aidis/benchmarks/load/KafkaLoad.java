package dev.aidis.benchmarks.load;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Produces activities to their topic directly, as a program with many of them would. */
public final class KafkaLoad {
  private static final Map<String, Object> SETTINGS =
      Map.of("compression.type", "lz4", "linger.ms", 20, "batch.size", 256 << 10, "acks", "all");

  private KafkaLoad() {}

  /**
   * Returns when all are acknowledged.
   *
   * @throws IllegalStateException when one is not
   */
  public static void produce(String bootstrapServers, List<Activity> activities) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> config = new HashMap<>(SETTINGS);
    config.put("bootstrap.servers", bootstrapServers);
    AtomicReference<@Nullable Exception> lost = new AtomicReference<>();
    try (var producer = new KafkaProducer<>(config, bytes, bytes)) {
      for (Activity activity : activities) {
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
    }
    if (lost.get() != null) {
      throw new IllegalStateException("the load could not be produced", lost.get());
    }
  }
}
