package dev.aidis.ingest.keeping;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Appends records in one transaction: readers see all of them at once, or none. So a restore that
 * is interrupted leaves nothing, and no session times out between two parts of it. For one thread.
 */
final class LogWriter implements AutoCloseable {
  /** The longest that a broker allows unless configured otherwise. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  private LogWriter(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Begins. An earlier one that is still at work loses its right to write. */
  static LogWriter begin(Map<String, Object> connection) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "aidis-restore");
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Math.toIntExact(LONGEST.toMillis()));
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 10);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "aidis-ingest-restore");
    ByteArraySerializer bytes = new ByteArraySerializer();
    Producer<byte[], byte[]> producer = new KafkaProducer<>(config, bytes, bytes);
    try {
      producer.initTransactions();
      producer.beginTransaction();
      return new LogWriter(producer);
    } catch (KafkaException e) {
      producer.close(CLOSING);
      throw refused(e);
    }
  }

  void append(ProducerRecord<byte[], byte[]> one) {
    try {
      var _ =
          producer.send(
              one,
              (written, refusal) -> {
                if (refusal != null) {
                  failure.compareAndSet(null, refusal);
                }
              });
    } catch (KafkaException e) {
      throw refused(e);
    }
    throwFailure();
  }

  /** Makes all of it visible. */
  void commit() {
    try {
      producer.flush();
      throwFailure();
      producer.commitTransaction();
    } catch (KafkaException e) {
      throw refused(e);
    }
  }

  /** Takes back what was not committed. */
  @Override
  public void close() {
    producer.close(CLOSING);
  }

  private void throwFailure() {
    Exception refusal = failure.get();
    if (refusal != null) {
      throw refused(refusal);
    }
  }

  private static LogUnavailableException refused(Exception e) {
    return new LogUnavailableException(
        "Kafka does not take the records (" + e.getMessage() + "); nothing is restored, try again",
        e);
  }
}
