package dev.aidis.standalone.failure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all of a topic from its start, and only what is committed. For one thread. */
final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(10);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  TopicReader(String bootstrapServers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "fetch.max.wait.ms",
                20,
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        IntStream.range(0, Cluster.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Hands over what came since the last call, if anything did. */
  void readSome(Consumer<ConsumerRecord<byte[], byte[]>> action) {
    consumer.poll(POLL).forEach(action);
  }

  /** Hands over everything up to what is the end when this is called. */
  void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> action) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      readSome(action);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
