package dev.aidis.benchmarks.whole;

import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import dev.aidis.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What Kafka does at best: copies the activities to another topic, exactly once, a transaction
 * every 100 ms. It keeps no state and looks into no record.
 */
final class KafkaCopy {
  private static final String GROUP = "benchmark-copy";
  private static final String TARGET = "benchmark.copy";
  private static final int PARTITIONS = 4;
  private static final long COMMIT = TimeUnit.MILLISECONDS.toNanos(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();

  private KafkaCopy(
      KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
    this.consumer = consumer;
    this.producer = producer;
  }

  /** Activities a second. There must be that many in the topic. */
  static double measure(TrackerUnderTest tracker, int activities) throws Exception {
    String servers = tracker.bootstrapServers();
    ByteArrayDeserializer in = new ByteArrayDeserializer();
    ByteArraySerializer out = new ByteArraySerializer();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(TARGET, PARTITIONS, (short) 1))).all().get();
      try (var consumer = new KafkaConsumer<>(reading(servers), in, in);
          var producer = new KafkaProducer<>(writing(servers), out, out)) {
        producer.initTransactions();
        return new KafkaCopy(consumer, producer).run(activities);
      } finally {
        admin.deleteTopics(List.of(TARGET)).all().get();
      }
    }
  }

  private static Map<String, Object> reading(String servers) {
    return Map.of(
        "bootstrap.servers",
        servers,
        "group.id",
        GROUP,
        "isolation.level",
        "read_committed",
        "enable.auto.commit",
        false,
        "max.poll.records",
        5_000);
  }

  private static Map<String, Object> writing(String servers) {
    return Map.of(
        "bootstrap.servers",
        servers,
        "transactional.id",
        GROUP,
        "compression.type",
        "lz4",
        "linger.ms",
        20,
        "batch.size",
        256 << 10);
  }

  private double run(int activities) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ACTIVITIES).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    int copied = 0;
    long begin = System.nanoTime();
    while (copied < activities) {
      producer.beginTransaction();
      long commitAt = System.nanoTime() + COMMIT;
      while (System.nanoTime() < commitAt && copied < activities) {
        copied += copy(consumer.poll(Duration.ofMillis(20)));
      }
      producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
      producer.commitTransaction();
    }
    return copied / ((System.nanoTime() - begin) / 1e9);
  }

  private int copy(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      var _ = producer.send(new ProducerRecord<>(TARGET, record.key(), record.value()));
      offsets.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1, Optional.empty(), ""));
    }
    return records.count();
  }
}
