package dev.aidis.benchmarks.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads how much the processor's stores have written to their changelogs. */
final class Changelogs implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private Changelogs(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** Of a processor that is running: its topics are there. */
  static Changelogs of(Admin admin, String bootstrapServers, int partitions)
      throws ExecutionException, InterruptedException {
    Stream<String> topics =
        admin.listTopics().names().get().stream().filter(topic -> topic.endsWith("-changelog"));
    Changelogs changelogs =
        new Changelogs(
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers",
                    bootstrapServers,
                    "isolation.level",
                    "read_committed",
                    "max.poll.records",
                    20_000,
                    "fetch.max.bytes",
                    64 << 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()),
            topics
                .flatMap(
                    topic ->
                        IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic, p)))
                .toList());
    changelogs.consumer.assign(changelogs.partitions);
    return changelogs;
  }

  /** From here on {@link #bytesSince} counts. */
  void mark() {
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Bytes of the keys and values of all records that were written since the mark. */
  long bytesSince() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long bytes = 0;
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      for (var record : consumer.poll(Duration.ofMillis(100))) {
        bytes +=
            Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
