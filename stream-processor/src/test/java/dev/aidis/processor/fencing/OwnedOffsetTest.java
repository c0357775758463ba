package dev.aidis.processor.fencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OwnedOffsetTest {
  private static final TopicPartition FIRST = new TopicPartition("aidis.activities", 0);
  private static final TopicPartition SECOND = new TopicPartition("aidis.activities", 1);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

  @Test
  void anOffsetThatIsCommittedIsTheOneToCommitOnceMore() {
    // Given
    consumer.assign(List.of(FIRST, SECOND));
    consumer.commitSync(Map.of(SECOND, new OffsetAndMetadata(7, "as it was")));

    // When
    var offset = OwnedOffset.of(consumer);

    // Then
    assertThat(offset).isEqualTo(Map.of(SECOND, new OffsetAndMetadata(7, "as it was")));
  }

  @Test
  void whereNothingWasEverCommittedItIsTheStartOfTheLog() {
    // Given
    consumer.assign(List.of(FIRST));
    consumer.updateBeginningOffsets(Map.of(FIRST, 12L));

    // When
    var offset = OwnedOffset.of(consumer);

    // Then
    assertThat(offset).isEqualTo(Map.of(FIRST, new OffsetAndMetadata(12)));
  }

  @Test
  void whoOwnsNothingHasNone() {
    // When
    var offset = OwnedOffset.of(consumer);

    // Then
    assertThat(offset).isEmpty();
  }
}
