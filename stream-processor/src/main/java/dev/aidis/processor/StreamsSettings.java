package dev.aidis.processor;

import dev.aidis.processor.commit.CommitTiming;
import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/** How Kafka Streams is run, by us and by what is measured beside us. */
public final class StreamsSettings {
  /** Under load we commit so long after the first change; others may take it as their interval. */
  public static final Duration COMMITTED_AFTER = CommitTiming.AT_THE_LATEST;

  private StreamsSettings() {}

  public static Map<String, Object> of(
      Map<String, Object> connection, ProcessorSettings settings, TopicSettings topics) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, ConsumerGroups.PROCESSOR);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) topics.replicationFactor());
    // Where there are several processors, another one has the state ready when one dies.
    config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
    // Only for what CommitTiming does not know of: it asks for commits long before. Less than the
    // transaction's timeout.
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 3_000);
    config.put(StreamsConfig.POLL_MS_CONFIG, CommitTiming.POLL.toMillis());
    // What changes with each activity is kept by CurrentSessions.
    config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    // What fails on a record is a dead letter already. The rest is for the broker or the stores to
    // get over: the transaction is given up and the records come again.
    config.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndFailProcessingExceptionHandler.class);
    consumer(config);
    producer(config);
    return config;
  }

  /** After a kill -9 the group notices within 6 s, and gives the partitions to others. */
  private static void consumer(Map<String, Object> config) {
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_000);
    config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
    config.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
  }

  /**
   * What a killed processor had begun holds up those who take over, and readers of what it had
   * begun to write, until the broker gives it up: that must not take longer than to notice its
   * death. See {@code transaction.abort.timed.out.transaction.cleanup.interval.ms} of the broker,
   * which adds to it.
   */
  private static void producer(Map<String, Object> config) {
    config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
    // A commit sends what is gathered at once, and nobody reads it before: sending more often only
    // makes more requests.
    config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 100);
    config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 6_000);
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MAX_RECORD_BYTES);
    config.put(StreamsConfig.topicPrefix("max.message.bytes"), Topics.MAX_RECORD_BYTES);
  }
}
