package dev.aidis.ingest.deadletter;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code aidis.dead-letters} from its ends backwards, with a consumer that lives for one
 * question and belongs to no group. Thread-safe.
 */
public final class KafkaDeadLetterBox implements DeadLetterBox {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Offsets read at once; some are markers of transactions. */
  private static final int WINDOW = 500;

  /** How far back a partition is searched for a reason. */
  private static final int FARTHEST = 100_000;

  private static final Comparator<StoredLetter> BY_AGE =
      Comparator.comparing(StoredLetter::at)
          .thenComparingInt(StoredLetter::partition)
          .thenComparingLong(StoredLetter::offset);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final InstantSource clock;

  KafkaDeadLetterBox(Supplier<Consumer<byte[], byte[]>> consumers, InstantSource clock) {
    this.consumers = consumers;
    this.clock = clock;
  }

  /** Connects when it is asked. */
  public static KafkaDeadLetterBox over(Map<String, Object> connection, InstantSource clock) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(POLL.toMillis()));
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "aidis-ingest-dead-letters");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new KafkaDeadLetterBox(() -> new KafkaConsumer<>(config, bytes, bytes), clock);
  }

  @Override
  public List<StoredLetter> newest(int limit, @Nullable String reason) {
    Predicate<StoredLetter> wanted = letter -> reason == null || reason.equals(letter.reason());
    List<StoredLetter> found = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DEAD_LETTERS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      for (TopicPartition partition : partitions) {
        found.addAll(newest(consumer, partition, limit, wanted));
      }
    } catch (KafkaException e) {
      throw away(e);
    }
    List<StoredLetter> byAge = found.stream().sorted(BY_AGE).toList();
    return byAge.subList(Math.max(0, byAge.size() - limit), byAge.size());
  }

  @Override
  public Optional<StoredLetter> at(int partition, long offset) {
    TopicPartition place = new TopicPartition(Topics.DEAD_LETTERS, partition);
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      if (partition >= consumer.partitionsFor(Topics.DEAD_LETTERS).size()
          || offset >= end(consumer, place)
          || offset < begin(consumer, place)) {
        return Optional.empty();
      }
      return read(consumer, place, offset, offset + 1).stream().findFirst();
    } catch (KafkaException e) {
      throw away(e);
    }
  }

  private List<StoredLetter> newest(
      Consumer<byte[], byte[]> consumer,
      TopicPartition partition,
      int limit,
      Predicate<StoredLetter> wanted) {
    long end = end(consumer, partition);
    long begin = Math.max(begin(consumer, partition), end - FARTHEST);
    List<StoredLetter> found = new ArrayList<>();
    for (long to = end; to > begin && found.size() < limit; to = Math.max(begin, to - WINDOW)) {
      read(consumer, partition, Math.max(begin, to - WINDOW), to).stream()
          .filter(wanted)
          .forEach(found::add);
    }
    return found;
  }

  private List<StoredLetter> read(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long from, long to) {
    consumer.assign(Set.of(partition));
    consumer.seek(partition, from);
    Instant until = clock.instant().plus(PATIENCE);
    List<StoredLetter> letters = new ArrayList<>();
    while (consumer.position(partition) < to) {
      if (clock.instant().isAfter(until)) {
        throw new KafkaException(partition + " is not read within " + PATIENCE.toSeconds() + " s");
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        if (record.offset() < to) {
          letters.add(StoredLetter.of(record));
        }
      }
    }
    return letters;
  }

  private static long end(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    return consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
  }

  private static long begin(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    return consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
  }

  private static LogUnavailableException away(KafkaException e) {
    return new LogUnavailableException(
        "Kafka does not show its dead letters ("
            + e.getMessage()
            + "); check that the broker is running",
        e);
  }
}
