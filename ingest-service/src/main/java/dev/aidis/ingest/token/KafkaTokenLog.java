package dev.aidis.ingest.token;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps tokens in a compacted topic: so they need no database, and every instance hears of a change
 * within milliseconds.
 */
public final class KafkaTokenLog implements TokenLog, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KafkaTokenLog.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.TOKENS, 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, Object> producing;
  private final Map<String, Object> consuming;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Thread> followers = new ArrayList<>();

  /**
   * @param producing how to reach the broker, as a producer
   * @param consuming the same as a consumer; belongs to no group
   */
  public KafkaTokenLog(Map<String, Object> producing, Map<String, Object> consuming) {
    this.producing = new HashMap<>(producing);
    this.producing.put(ProducerConfig.ACKS_CONFIG, "all");
    this.producing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    this.producing.put(ProducerConfig.CLIENT_ID_CONFIG, "aidis-ingest-tokens");
    this.consuming = new HashMap<>(consuming);
    this.consuming.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consuming.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.consuming.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.consuming.put(ConsumerConfig.CLIENT_ID_CONFIG, "aidis-ingest-tokens");
  }

  /** With a producer of its own: it is done a few times a year. */
  @Override
  public void append(Token token) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    byte[] key = token.id().getBytes(StandardCharsets.US_ASCII);
    try (Producer<byte[], byte[]> producer = new KafkaProducer<>(producing, bytes, bytes)) {
      producer
          .send(new ProducerRecord<>(Topics.TOKENS, 0, key, TokenCodec.encode(token)))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notKept(e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw notKept(e);
    }
  }

  private static LogUnavailableException notKept(Exception e) {
    return new LogUnavailableException(
        "Kafka did not keep the token (" + e.getMessage() + "); try again when it is there", e);
  }

  @Override
  public synchronized CompletableFuture<Void> follow(java.util.function.Consumer<Token> reader) {
    CompletableFuture<Void> read = new CompletableFuture<>();
    followers.add(
        Thread.ofPlatform()
            .name("aidis-tokens")
            .daemon()
            .start(() -> followUntilClosed(reader, read)));
    return read;
  }

  private void followUntilClosed(
      java.util.function.Consumer<Token> reader, CompletableFuture<Void> read) {
    while (!isClosed(Duration.ZERO)) {
      ByteArrayDeserializer bytes = new ByteArrayDeserializer();
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consuming, bytes, bytes)) {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        while (!isClosed(Duration.ZERO)) {
          if (!read.isDone() && consumer.position(PARTITION) >= end) {
            read.complete(null);
          }
          consumer.poll(POLL).forEach(one -> hand(one, reader));
        }
      } catch (KafkaException e) {
        log.warn("The tokens cannot be read, those known stay good: {}", e.getMessage());
        isClosed(RETRY);
      }
    }
  }

  private static void hand(
      ConsumerRecord<byte[], byte[]> one, java.util.function.Consumer<Token> reader) {
    try {
      if (one.value() != null) {
        reader.accept(TokenCodec.decode(one.value()));
      }
    } catch (IllegalArgumentException e) {
      log.warn(
          "A record of {} at offset {} is left out: {}", PARTITION, one.offset(), e.getMessage());
    }
  }

  private boolean isClosed(Duration patience) {
    try {
      return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Returns when nobody reads any more, which takes half a second at most. */
  @Override
  public synchronized void close() {
    closed.countDown();
    for (Thread follower : followers) {
      try {
        follower.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
