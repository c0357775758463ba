package dev.aidis.ingest.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.TraceHeaders;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.service.tracing.RecordedSpans;
import dev.aidis.service.tracing.Step;
import dev.aidis.service.tracing.Tracing;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Over the producer that Kafka offers for tests. */
class KafkaActivityPublisherTest {
  private static final Activity ONE = activity(1);
  private static final Activity TWO = activity(2);

  private final MockProducer<byte[], byte[]> acknowledging = producer(true);

  @Test
  void anActivityIsARecordUnderItsTrackerKey() {
    // When
    List<Delivery> deliveries = publisher(acknowledging).publish(List.of(ONE, TWO));
    // Then
    assertThat(deliveries)
        .containsExactly(Delivery.acknowledged(ONE.id()), Delivery.acknowledged(TWO.id()));
    assertThat(acknowledging.history())
        .extracting(ProducerRecord::topic)
        .containsOnly(Topics.ACTIVITIES);
    ProducerRecord<byte[], byte[]> first = acknowledging.history().getFirst();
    assertThat(new String(first.key(), StandardCharsets.UTF_8)).isEqualTo("ada/main");
    assertThat(WireCodecs.ACTIVITY.decode(first.value())).isEqualTo(ONE);
  }

  @Test
  void aRecordTellsTheTraceThatItsActivityIsToldIn() {
    // Given
    RecordedSpans spans = new RecordedSpans();
    Tracing tracing = spans.tracing();
    KafkaActivityPublisher publisher =
        new KafkaActivityPublisher(acknowledging, WireCodecs.ACTIVITY::encode, tracing);

    // When
    try (Step _ =
        tracing.answering("POST", Map.of("traceparent", RecordedSpans.TRACEPARENT)::get)) {
      publisher.publish(List.of(ONE, TWO));
      publisher.publishHistory(List.of(new LoggedActivity(ONE, Instant.EPOCH)));
    }

    // Then
    SpanData sent = spans.all().getFirst();
    assertThat(sent.getName()).isEqualTo("send aidis.activities");
    assertThat(acknowledging.history())
        .extracting(record -> TraceHeaders.read(record.headers(), "traceparent"))
        .containsExactly(
            "00-%s-%s-01".formatted(RecordedSpans.TRACE, sent.getSpanId()),
            "00-%s-%s-01".formatted(RecordedSpans.TRACE, sent.getSpanId()),
            null);
  }

  @Test
  void whileTracingIsOffARecordHasNoHeader() {
    // When
    publisher(acknowledging).publish(List.of(ONE));

    // Then
    assertThat(acknowledging.history().getFirst().headers()).isEmpty();
  }

  @Test
  void itReturnsOnlyWhenTheLogHasAnswered() throws Exception {
    // Given
    MockProducer<byte[], byte[]> waiting = producer(false);
    CompletableFuture<List<Delivery>> published =
        CompletableFuture.supplyAsync(() -> publisher(waiting).publish(List.of(ONE)));
    // When
    while (!waiting.completeNext()) {
      assertThat(published).isNotDone();
      Thread.onSpinWait();
    }
    // Then
    assertThat(published.get()).containsExactly(Delivery.acknowledged(ONE.id()));
  }

  @Test
  void aRecordThatTheLogDoesNotTakeFailsAlone() {
    // Given
    KafkaActivityPublisher publisher =
        publisher(
            new MockProducer<>(true, new RoundRobinPartitioner(), bytes(), bytes()) {
              @Override
              public synchronized Future<RecordMetadata> send(
                  ProducerRecord<byte[], byte[]> record) {
                return isOf(record, TWO)
                    ? CompletableFuture.failedFuture(new RecordTooLargeException("2 MB"))
                    : super.send(record);
              }
            });
    // When
    List<Delivery> deliveries = publisher.publish(List.of(ONE, TWO));
    // Then
    assertThat(deliveries.getFirst().isAcknowledged()).isTrue();
    assertThat(deliveries.getLast().failure()).contains("too large for Kafka (2 MB)");
  }

  @Test
  void aLogThatIsAwayIsAnError() {
    // Given
    MockProducer<byte[], byte[]> away = producer(true);
    away.sendException = new TimeoutException("no metadata");
    // When / Then
    assertThatThrownBy(() -> publisher(away).publish(List.of(ONE, TWO)))
        .isInstanceOf(LogUnavailableException.class)
        .hasMessageContaining("Kafka did not acknowledge in time (no metadata)")
        .hasMessageContaining("send it again with the same id");
  }

  @Test
  void onceTheLogIsAwayTheRestIsNotTried() {
    // Given
    int[] tried = {0};
    KafkaActivityPublisher publisher =
        publisher(
            new MockProducer<>(true, new RoundRobinPartitioner(), bytes(), bytes()) {
              @Override
              public synchronized Future<RecordMetadata> send(
                  ProducerRecord<byte[], byte[]> record) {
                tried[0]++;
                return CompletableFuture.failedFuture(new TimeoutException("no metadata"));
              }
            });
    // When
    assertThatThrownBy(() -> publisher.publish(List.of(ONE, TWO)))
        .isInstanceOf(LogUnavailableException.class);
    // Then
    assertThat(tried[0]).isEqualTo(1);
  }

  private static boolean isOf(ProducerRecord<byte[], byte[]> record, Activity activity) {
    return WireCodecs.ACTIVITY.decode(record.value()).equals(activity);
  }

  private static KafkaActivityPublisher publisher(MockProducer<byte[], byte[]> producer) {
    return new KafkaActivityPublisher(producer, WireCodecs.ACTIVITY::encode, Tracing.OFF);
  }

  private static MockProducer<byte[], byte[]> producer(boolean acknowledging) {
    return new MockProducer<>(acknowledging, new RoundRobinPartitioner(), bytes(), bytes());
  }

  private static ByteArraySerializer bytes() {
    return new ByteArraySerializer();
  }

  private static Activity activity(long number) {
    return Activity.builder(new UUID(0, number), ActivityType.HEARTBEAT)
        .occurredAt(Instant.parse("2026-11-22T12:00:00Z"))
        .owner("ada")
        .machine("laptop")
        .build();
  }
}
