package dev.aidis.benchmarks.sink;

import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.processor.ProcessorApplication;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills {@link Topics#SESSION_UPDATES} as in life: by the processor, in its transactions. */
final class Updates {
  static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;
  private static final String PROCESSOR_GROUP = "aidis-stream-processor";

  private Updates() {}

  /** Returns when there is an update for each activity. */
  static AssistantLoad.Expected fill(
      Admin admin, String bootstrapServers, Path state, int activities, int trackerKeys)
      throws Exception {
    admin.createTopics(Topics.definitions(PARTITIONS, (short) 1)).all().get();
    AssistantLoad.Expected expected = produce(bootstrapServers, activities, trackerKeys);
    var processor =
        ProcessorApplication.start(
            Map.of(
                "spring.kafka.bootstrap-servers",
                bootstrapServers,
                "aidis.topics.partitions",
                PARTITIONS,
                "aidis.processor.state-dir",
                state.toString(),
                "aidis.processor.threads",
                2));
    try {
      while (processed(admin) < activities) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    } finally {
      processor.close();
    }
    return expected;
  }

  private static AssistantLoad.Expected produce(
      String bootstrapServers, int activities, int trackerKeys) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "compression.type",
            "lz4",
            "linger.ms",
            20,
            "batch.size",
            256 << 10,
            // A partition that has just been made may have no leader yet: then in order, one by
            // one.
            "enable.idempotence",
            false,
            "max.in.flight.requests.per.connection",
            1);
    try (var producer = new KafkaProducer<>(config, bytes, bytes)) {
      return AssistantLoad.generate(
          activities,
          trackerKeys,
          activity -> {
            byte[] key = activity.trackerKey().toString().getBytes(StandardCharsets.UTF_8);
            byte[] value = WireCodecs.ACTIVITY.encode(activity);
            var _ = producer.send(new ProducerRecord<>(Topics.ACTIVITIES, key, value));
          });
    }
  }

  private static long processed(Admin admin) throws InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(PROCESSOR_GROUP)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (ExecutionException notYet) {
      return 0;
    }
  }
}
