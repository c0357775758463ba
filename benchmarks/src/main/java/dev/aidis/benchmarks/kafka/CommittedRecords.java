package dev.aidis.benchmarks.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from where they began, or from a mark, to where they end by now. */
public final class CommittedRecords implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** Begins at the beginning of each partition. */
  public CommittedRecords(String bootstrapServers, Collection<TopicPartition> partitions) {
    this.partitions = List.copyOf(partitions);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                20_000,
                "fetch.max.bytes",
                64 << 20,
                "max.partition.fetch.bytes",
                8 << 20),
            bytes,
            bytes);
    consumer.assign(this.partitions);
    consumer.seekToBeginning(this.partitions);
  }

  /** All partitions of a topic that has that many. */
  public static List<TopicPartition> partitionsOf(String topic, int number) {
    return IntStream.range(0, number)
        .mapToObj(partition -> new TopicPartition(topic, partition))
        .toList();
  }

  /** Passes over all that is there by now. */
  public void mark() {
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Returns after the last record of a transaction that was committed before the call. */
  public void forEach(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(POLL).forEach(each);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
