package dev.aidis.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final TopicPartition ONE = new TopicPartition("updates", 1);
  private static final TopicPartition TWO = new TopicPartition("updates", 2);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Gathering gathering = new Gathering();

  @Test
  void theFirstOfAQuietTimeWaitsForNothing() {
    gathering.add(records(ONE, 0, 1), NOON);

    assertThat(gathering.patience(NOON)).isZero();
  }

  @Test
  void whatIsManyAtOnceWaitsForMoreButNotLong() {
    gathering.add(records(ONE, 0, Gathering.LARGE), NOON);

    assertThat(gathering.patience(NOON)).isEqualTo(Gathering.LONGEST);
    assertThat(gathering.patience(NOON.plus(Gathering.LONGEST))).isZero();
    assertThat(gathering.patience(NOON.plusSeconds(60))).isZero();
  }

  @Test
  void theLastToComeDoesNotMakeTheFirstWaitLonger() {
    gathering.add(records(ONE, 0, Gathering.LARGE), NOON);
    Instant later = NOON.plus(Gathering.LONGEST).minusMillis(1);
    gathering.add(records(ONE, Gathering.LARGE, 1), later);

    assertThat(gathering.patience(later)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void aFullBatchWaitsForNoMore() {
    gathering.add(records(ONE, 0, Gathering.FULL), NOON);

    assertThat(gathering.patience(NOON)).isZero();
  }

  @Test
  void afterALargeBatchFewWaitToo() {
    gathering.add(records(ONE, 0, Gathering.LARGE), NOON);
    gathering.take();

    gathering.add(records(ONE, Gathering.LARGE, 3), NOON.plusSeconds(1));

    assertThat(gathering.patience(NOON.plusSeconds(1))).isEqualTo(Gathering.LONGEST);
  }

  @Test
  void afterASmallBatchTheyDoNotAnyMore() {
    gathering.add(records(ONE, 0, Gathering.LARGE), NOON);
    gathering.take();
    gathering.add(records(ONE, Gathering.LARGE, 3), NOON.plusSeconds(1));
    gathering.take();

    gathering.add(records(ONE, Gathering.LARGE + 3, 3), NOON.plusSeconds(2));

    assertThat(gathering.patience(NOON.plusSeconds(2))).isZero();
  }

  @Test
  void whereNothingCameNothingIsWaitedFor() {
    gathering.add(records(ONE, 0, Gathering.LARGE), NOON);
    gathering.take();

    gathering.add(ConsumerRecords.empty(), NOON);

    assertThat(gathering.patience(NOON)).isZero();
  }

  @Test
  void theBatchHasAllInTheOrderOfEachPartitionAndTheLastOffsets() {
    gathering.add(records(ONE, 0, 300), NOON);
    gathering.add(records(TWO, 7, 2), NOON);
    gathering.add(records(ONE, 300, 5), NOON);

    ConsumerRecords<byte[], byte[]> batch = gathering.take();

    assertThat(batch.records(ONE)).hasSize(305).isSortedAccordingTo(GatheringTest::byOffset);
    assertThat(batch.records(TWO)).hasSize(2);
    assertThat(batch.nextOffsets())
        .isEqualTo(Map.of(ONE, new OffsetAndMetadata(305), TWO, new OffsetAndMetadata(9)));
    assertThat(gathering.take().isEmpty()).isTrue();
  }

  @Test
  void ofAPartitionThatWentToAnotherNothingIsLeft() {
    gathering.add(records(ONE, 0, 300), NOON);
    gathering.add(records(TWO, 0, 2), NOON);

    gathering.forget(List.of(ONE));

    assertThat(gathering.patience(NOON)).isZero();
    ConsumerRecords<byte[], byte[]> batch = gathering.take();
    assertThat(batch.partitions()).containsExactly(TWO);
    assertThat(batch.nextOffsets()).containsOnlyKeys(TWO);
  }

  private static int byOffset(ConsumerRecord<?, ?> one, ConsumerRecord<?, ?> other) {
    return Long.compare(one.offset(), other.offset());
  }

  private static ConsumerRecords<byte[], byte[]> records(
      TopicPartition partition, long first, int number) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (long offset = first; offset < first + number; offset++) {
      records.add(
          new ConsumerRecord<>(
              partition.topic(), partition.partition(), offset, new byte[0], new byte[0]));
    }
    return new ConsumerRecords<>(
        Map.of(partition, records), Map.of(partition, new OffsetAndMetadata(first + number)));
  }
}
