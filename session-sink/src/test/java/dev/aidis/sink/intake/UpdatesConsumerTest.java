package dev.aidis.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdatesConsumerTest {
  private static final TopicPartition OTHER_PARTITION =
      new TopicPartition(Records.PARTITION.topic(), 4);

  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private final RecordingWriter writer = new RecordingWriter();
  private final RecordingDeadLetters deadLetters = new RecordingDeadLetters();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final UpdatesConsumer consumer =
      new UpdatesConsumer(
          kafka, new BatchIntake(writer, new Drops(deadLetters, metrics), metrics), () -> now);

  @BeforeEach
  void assignAPartition() {
    consumer.subscribe();
    kafka.updateBeginningOffsets(Map.of(Records.PARTITION, 0L, OTHER_PARTITION, 0L));
    kafka.rebalance(List.of(Records.PARTITION));
  }

  @Test
  void offsetsAreCommittedAfterTheWrite() {
    // Given
    receive(Records.update(0, "a"), Records.update(1, "b"));

    // When
    consumer.step();

    // Then
    assertThat(writer.written).containsExactly("a", "b");
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void whileTheDatabaseIsAwayItWaitsWithoutCommittingOrDropping() {
    // Given
    writer.away = new SQLException("Connection refused", "08001");
    receive(Records.update(0, "a"));

    // When
    consumer.step();
    consumer.step();

    // Then
    assertThat(kafka.paused()).containsExactly(Records.PARTITION);
    assertThat(committed()).isZero();
    assertThat(deadLetters.stored).isEmpty();
  }

  @Test
  void whenTheDatabaseIsBackNothingIsMissing() {
    // Given
    writer.away = new SQLException("terminating connection", "57P01");
    receive(Records.update(0, "a"));
    consumer.step();
    writer.away = null;
    now = now.plusSeconds(1);
    receive(Records.update(0, "a"), Records.update(1, "b"));

    // When
    consumer.step();

    // Then
    assertThat(writer.written).containsExactly("a", "b");
    assertThat(kafka.paused()).isEmpty();
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void aPartitionThatArrivesWhileItWaitsIsPausedToo() {
    // Given
    writer.away = new SQLException("Connection refused", "08001");
    receive(Records.update(0, "a"));
    consumer.step();

    // When
    kafka.rebalance(List.of(Records.PARTITION, OTHER_PARTITION));

    // Then
    assertThat(kafka.paused()).containsExactlyInAnyOrder(Records.PARTITION, OTHER_PARTITION);
  }

  @Test
  void aRecordThatNeitherDatabaseNorDeadLettersTakeComesAgain() {
    // Given
    deadLetters.away = true;
    receive(Records.update(0, "refused"));
    consumer.step();
    deadLetters.away = false;
    now = now.plusSeconds(1);
    receive(Records.update(0, "refused"));

    // When
    consumer.step();

    // Then
    assertThat(deadLetters.stored).hasSize(1);
    assertThat(committed()).isEqualTo(1);
  }

  @Test
  void theEndOfATransactionIsCommittedWhenNothingFollows() {
    // Given
    receive(Records.update(0, "a"));
    consumer.step();
    kafka.seek(Records.PARTITION, 2);

    // When
    consumer.step();

    // Then
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void theWaitGrowsFromAQuarterOfASecondToHalfAMinute() {
    // Given
    Backoff backoff = new Backoff();

    // When
    List<Duration> waits = java.util.stream.Stream.generate(backoff::next).limit(9).toList();

    // Then
    assertThat(waits.getFirst()).isEqualTo(Duration.ofMillis(250));
    assertThat(waits.get(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(waits.getLast()).isEqualTo(Duration.ofSeconds(30));
  }

  @SafeVarargs
  private void receive(ConsumerRecord<byte[], byte[]>... records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      kafka.addRecord(record);
    }
  }

  private long committed() {
    var offset = kafka.committed(Set.of(Records.PARTITION)).get(Records.PARTITION);
    return offset == null ? 0 : offset.offset();
  }
}
