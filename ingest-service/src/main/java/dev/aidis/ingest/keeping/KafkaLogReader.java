package dev.aidis.ingest.keeping;

import dev.aidis.ingest.activity.LogUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads from a broker, with a consumer of its own for each call; belongs to no group. Holds one
 * fetch at a time. Thread-safe.
 */
final class KafkaLogReader implements LogReader {
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * So often without getting on, the broker is taken to be away: 30 seconds. Polls that pass only
   * records of transactions that were given up get on, though they give none.
   */
  private static final int STANDING_POLLS = 60;

  private final Map<String, Object> config;

  /**
   * @param connection bootstrap servers, security and whatever else is configured for the client
   */
  KafkaLogReader(Map<String, Object> connection) {
    config = new HashMap<>(connection);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "aidis-ingest-keeping");
  }

  @Override
  public int partitions(String topic) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, bytes, bytes)) {
      return consumer.partitionsFor(topic).size();
    } catch (KafkaException e) {
      throw away(e);
    }
  }

  @Override
  public void read(String topic, Visitor visitor) throws IOException {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, bytes, bytes)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, Objects.requireNonNull(begins.get(partition)));
        read(consumer, partition, Objects.requireNonNull(ends.get(partition)), visitor);
      }
    } catch (KafkaException e) {
      throw away(e);
    }
  }

  private static LogUnavailableException away(KafkaException e) {
    return new LogUnavailableException(
        "Kafka cannot be read (" + e.getMessage() + "); check that the broker is running", e);
  }

  private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  /**
   * Reads one partition, at whose position the consumer stands.
   *
   * @param end the offset behind the last record to be read
   * @throws LogUnavailableException if the position stands still
   */
  static void read(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long end, Visitor visitor)
      throws IOException {
    long position = consumer.position(partition);
    int standing = 0;
    while (position < end) {
      for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
        if (one.offset() < end) {
          visitor.visit(one);
        }
      }
      long next = consumer.position(partition);
      standing = next > position ? 0 : standing + 1;
      if (standing > STANDING_POLLS) {
        throw new LogUnavailableException(
            "Kafka gives nothing of %s from offset %d on; check that the broker is running"
                .formatted(partition, next),
            null);
      }
      position = next;
    }
  }
}
