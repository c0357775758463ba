package dev.aidis.sink.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Makes large batches where much arrives. A session is written once for all its activities in a
 * batch, so a batch that waits a moment for more costs the database far less for each activity.
 * Where little arrives nothing waits: only after a batch that was large does the next one gather.
 * For one thread.
 */
final class Gathering {
  /** A batch of at least as many records shows that much arrives. */
  static final int LARGE = 250;

  /** A batch of at least as many records waits for no more. */
  static final int FULL = 10_000;

  /** A record waits no longer for others, which bounds what gathering adds to its way. */
  static final Duration LONGEST = Duration.ofMillis(500);

  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> nextOffsets = new HashMap<>();
  private @Nullable Instant since;
  private int count;
  private boolean wasLarge;

  /** Adds what a poll brought, which may be nothing. */
  void add(ConsumerRecords<byte[], byte[]> polled, Instant now) {
    for (TopicPartition partition : polled.partitions()) {
      records
          .computeIfAbsent(partition, key -> new ArrayList<>())
          .addAll(polled.records(partition));
    }
    nextOffsets.putAll(polled.nextOffsets());
    count += polled.count();
    if (since == null && count > 0) {
      since = now;
    }
  }

  /** How long to wait for more; zero when the batch, or nothing, is to be written now. */
  Duration patience(Instant now) {
    if (since == null || count >= FULL || !(wasLarge || count >= LARGE)) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, since.plus(LONGEST));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Drops what came from these: it belongs to another consumer now. */
  void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(
        partition -> {
          nextOffsets.remove(partition);
          List<?> dropped = records.remove(partition);
          count -= dropped == null ? 0 : dropped.size();
        });
  }

  /** The batch; the next one begins. */
  ConsumerRecords<byte[], byte[]> take() {
    ConsumerRecords<byte[], byte[]> batch =
        new ConsumerRecords<>(Map.copyOf(records), Map.copyOf(nextOffsets));
    wasLarge = count >= LARGE;
    records.clear();
    nextOffsets.clear();
    count = 0;
    since = null;
    return batch;
  }
}
