package dev.aidis.ingest.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.activity.LogUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaLogReaderTest {
  private static final TopicPartition PARTITION = new TopicPartition("aidis.activities", 0);

  /** Polls that pass records of a transaction that was given up, as a large restore leaves them. */
  private static final int ABORTED = 200;

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  private final List<Long> visited = new ArrayList<>();

  @BeforeEach
  void beginAtTheStart() {
    consumer.assign(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.seek(PARTITION, 0);
  }

  @Test
  void recordsThatWereGivenUpArePassedHoweverManyTheyAre() throws IOException {
    // Given
    for (int i = 1; i <= ABORTED; i++) {
      long position = i;
      consumer.schedulePollTask(() -> consumer.seek(PARTITION, position));
    }
    consumer.schedulePollTask(() -> consumer.addRecord(record(ABORTED)));
    // When
    read(ABORTED + 1);
    // Then
    assertThat(visited).containsExactly((long) ABORTED);
  }

  @Test
  void aBrokerThatGivesNothingIsNotWaitedForForEver() {
    // Given
    consumer.schedulePollTask(() -> consumer.addRecord(record(0)));
    // When / Then
    assertThatThrownBy(() -> read(2))
        .isInstanceOf(LogUnavailableException.class)
        .hasMessageContaining("aidis.activities-0 from offset 1 on")
        .hasMessageContaining("check that the broker is running");
    assertThat(visited).containsExactly(0L);
  }

  private void read(long end) throws IOException {
    KafkaLogReader.read(consumer, PARTITION, end, one -> visited.add(one.offset()));
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset) {
    return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, null);
  }
}
