package dev.aidis.processor.fencing;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's producer, but no transaction is without offsets where a partition is owned. */
final class FencedProducer extends KafkaProducer<byte[], byte[]> {
  private final Supplier<Map<TopicPartition, OffsetAndMetadata>> unchanged;

  /**
   * @param unchanged an offset that may be committed once more at any time by who owns its
   *     partition
   */
  FencedProducer(
      Map<String, Object> config, Supplier<Map<TopicPartition, OffsetAndMetadata>> unchanged) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.unchanged = unchanged;
  }

  /**
   * Kafka Streams calls this before each commit, with nothing if no record was read.
   *
   * @throws org.apache.kafka.clients.consumer.CommitFailedException if the member was replaced
   */
  @Override
  public void sendOffsetsToTransaction(
      Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata member) {
    super.sendOffsetsToTransaction(offsets.isEmpty() ? unchanged.get() : offsets, member);
  }
}
