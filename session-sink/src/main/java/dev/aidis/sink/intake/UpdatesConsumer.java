package dev.aidis.sink.intake;

import dev.aidis.schemas.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches from the topic, in the order of each partition: written first, offsets after.
 *
 * <p>When a batch cannot be written for now, it goes back to where the batch began and waits with
 * all partitions paused. It keeps polling meanwhile, so that it stays in its group. For one thread.
 */
final class UpdatesConsumer implements ConsumerRebalanceListener {
  private static final Logger log = LoggerFactory.getLogger(UpdatesConsumer.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private final Consumer<byte[], byte[]> consumer;
  private final BatchIntake intake;
  private final InstantSource clock;
  private final Backoff backoff = new Backoff();
  private final Gathering gathering = new Gathering();
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private @Nullable Instant waitingUntil;
  private boolean failing;

  UpdatesConsumer(Consumer<byte[], byte[]> consumer, BatchIntake intake, InstantSource clock) {
    this.consumer = consumer;
    this.intake = intake;
    this.clock = clock;
  }

  void subscribe() {
    consumer.subscribe(List.of(Topics.SESSION_UPDATES), this);
  }

  /** Takes a batch, and writes it. */
  void step() {
    endWaitWhenDue();
    ConsumerRecords<byte[], byte[]> records = gather();
    if (records.isEmpty()) {
      commitPassedMarkers();
      return;
    }
    try {
      intake.take(records);
      commit(records.nextOffsets());
      reportRecovery();
    } catch (SQLException | KafkaException e) {
      goBackAndWait(records, e);
    }
  }

  private ConsumerRecords<byte[], byte[]> gather() {
    Duration patience = POLL;
    do {
      gathering.add(consumer.poll(patience), clock.instant());
      patience = gathering.patience(clock.instant());
    } while (patience.isPositive());
    return gathering.take();
  }

  /** Commits what is done; to be called before the consumer is closed. */
  void commitDone() {
    if (!done.isEmpty()) {
      consumer.commitSync(done);
    }
  }

  private void endWaitWhenDue() {
    if (waitingUntil != null && !clock.instant().isBefore(waitingUntil)) {
      waitingUntil = null;
      consumer.resume(consumer.paused());
    }
  }

  private void goBackAndWait(ConsumerRecords<byte[], byte[]> records, Exception failure) {
    for (TopicPartition partition : records.partitions()) {
      consumer.seek(partition, records.records(partition).getFirst().offset());
    }
    consumer.pause(consumer.assignment());
    Duration wait = backoff.next();
    waitingUntil = clock.instant().plus(wait);
    failing = true;
    log.warn(
        "{} session updates wait, next try in {} ms: {}",
        records.count(),
        wait.toMillis(),
        failure.toString());
  }

  private void reportRecovery() {
    if (failing) {
      failing = false;
      backoff.reset();
      log.info("Session updates are written again");
    }
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    done.putAll(offsets);
    consumer.commitAsync(
        offsets,
        (committed, failure) -> {
          if (failure != null) {
            log.debug("Offsets {} are not committed, the next commit will do", committed, failure);
          }
        });
  }

  /**
   * The end of a transaction takes an offset of its own, which no record tells: without this the
   * group would seem to lag by one for ever.
   */
  private void commitPassedMarkers() {
    Map<TopicPartition, OffsetAndMetadata> passed = new HashMap<>();
    done.forEach(
        (partition, offset) -> {
          long position = consumer.position(partition);
          if (position > offset.offset()) {
            passed.put(partition, new OffsetAndMetadata(position));
          }
        });
    if (!passed.isEmpty()) {
      commit(passed);
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (waitingUntil != null) {
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(done);
    offsets.keySet().retainAll(partitions);
    onPartitionsLost(partitions);
    if (!offsets.isEmpty()) {
      try {
        consumer.commitSync(offsets);
      } catch (KafkaException e) {
        log.warn("Offsets {} are not committed, their records will come again", offsets, e);
      }
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    gathering.forget(partitions);
    done.keySet().removeAll(partitions);
  }
}
