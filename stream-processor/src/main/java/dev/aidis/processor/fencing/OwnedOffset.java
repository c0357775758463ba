package dev.aidis.processor.fencing;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The committed offset of one partition that is assigned to a consumer. As long as the consumer
 * owns the partition nobody else commits there, so committing it once more changes nothing; and
 * when it does not any more, the commit is what fails.
 */
final class OwnedOffset {
  private OwnedOffset() {}

  /**
   * Asks the broker. Where nothing is committed yet (or was forgotten with the group), it is the
   * start of the log, from where the partition would be read anyway. To be called by the consumer's
   * thread.
   *
   * @return one offset; none if nothing is assigned
   */
  static Map<TopicPartition, OffsetAndMetadata> of(Consumer<?, ?> consumer) {
    Set<TopicPartition> assigned = consumer.assignment();
    for (Map.Entry<TopicPartition, OffsetAndMetadata> committed :
        consumer.committed(assigned).entrySet()) {
      if (committed.getValue() != null) {
        return Map.of(committed.getKey(), committed.getValue());
      }
    }
    return assigned.stream()
        .findFirst()
        .map(partition -> Map.of(partition, startOf(partition, consumer)))
        .orElse(Map.of());
  }

  private static OffsetAndMetadata startOf(TopicPartition partition, Consumer<?, ?> consumer) {
    Long start = consumer.beginningOffsets(Set.of(partition)).get(partition);
    return new OffsetAndMetadata(Objects.requireNonNull(start, partition::toString));
  }
}
