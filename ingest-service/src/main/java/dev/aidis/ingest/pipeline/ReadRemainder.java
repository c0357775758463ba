package dev.aidis.ingest.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the offsets and counts. Thread-safe: one reads at a time. */
public final class ReadRemainder implements Remainder, AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(50);
  private static final int MAX_POLLS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Consumer<byte[], byte[]> consumer;

  ReadRemainder(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Connects to a broker; belongs to no group. */
  public static ReadRemainder connect(Map<String, Object> connection) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(WAIT.toMillis()));
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "aidis-ingest-pipeline");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new ReadRemainder(new KafkaConsumer<>(config, bytes, bytes));
  }

  @Override
  public long count(Map<TopicPartition, Range> ranges) {
    if (ranges.isEmpty()) {
      return 0;
    }
    lock.lock();
    try {
      consumer.assign(ranges.keySet());
      ranges.forEach((partition, range) -> consumer.seek(partition, range.from()));
      return read(ranges);
    } finally {
      consumer.unsubscribe();
      lock.unlock();
    }
  }

  private long read(Map<TopicPartition, Range> ranges) {
    long records = 0;
    for (int polls = 0; polls < MAX_POLLS && unread(ranges) > 0; polls++) {
      for (ConsumerRecord<byte[], byte[]> one : consumer.poll(WAIT)) {
        Range range = ranges.get(new TopicPartition(one.topic(), one.partition()));
        records += range != null && one.offset() < range.to() ? 1 : 0;
      }
    }
    return records + unread(ranges);
  }

  private long unread(Map<TopicPartition, Range> ranges) {
    return ranges.entrySet().stream()
        .mapToLong(e -> Math.max(0, e.getValue().to() - consumer.position(e.getKey())))
        .sum();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      consumer.close();
    } finally {
      lock.unlock();
    }
  }
}
