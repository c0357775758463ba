package dev.aidis.benchmarks.load;

import dev.aidis.benchmarks.kafka.ActivityProducer;
import dev.aidis.schemas.Activity;
import java.util.List;

/** Produces activities to their topic directly, as a program with many of them would. */
public final class KafkaLoad {
  private KafkaLoad() {}

  /**
   * Returns when all are acknowledged.
   *
   * @throws IllegalStateException when one is not
   */
  public static void produce(String bootstrapServers, List<Activity> activities) {
    try (ActivityProducer producer = new ActivityProducer(bootstrapServers)) {
      activities.forEach(producer::send);
      producer.flush();
    }
  }
}
