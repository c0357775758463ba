package dev.aidis.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.schemas.TraceHeaders;
import dev.aidis.service.tracing.RecordedSpans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchIntakeTest {
  private final RecordingWriter writer = new RecordingWriter();
  private final RecordingDeadLetters deadLetters = new RecordingDeadLetters();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final BatchIntake intake =
      new BatchIntake(writer, new Drops(deadLetters, metrics), metrics);
  private final RecordedSpans spans = new RecordedSpans();
  private final BatchIntake traced =
      new BatchIntake(writer, new Drops(deadLetters, metrics), metrics, spans.tracing());

  @Test
  void aBatchIsWrittenInItsOrder() throws SQLException {
    // Given
    var records = List.of(Records.update(7, "a"), Records.update(8, "b"), Records.update(9, "c"));

    // When
    intake.take(records);

    // Then
    assertThat(writer.written).containsExactly("a", "b", "c");
    assertThat(deadLetters.stored).isEmpty();
  }

  @Test
  void whatTheDatabaseRefusesGoesAloneToTheDeadLetters() throws SQLException {
    // Given
    var records =
        List.of(
            Records.update(1, "a"),
            Records.update(2, "b"),
            Records.update(3, "refused"),
            Records.update(4, "c"),
            Records.update(5, "refused too"),
            Records.update(6, "d"));

    // When
    intake.take(records);

    // Then
    assertThat(writer.written).containsExactly("a", "b", "c", "d");
    assertThat(deadLetters.stored)
        .containsExactly(
            "3 refused-by-database: refused: value out of range",
            "5 refused-by-database: refused too: value out of range");
    assertThat(dropped("refused-by-database")).isEqualTo(2);
  }

  @Test
  void whatTheSinkFailsOnGoesAloneToTheDeadLetters() throws SQLException {
    // Given
    var records = List.of(Records.update(1, "a"), Records.update(2, "unwritable"));

    // When
    intake.take(records);

    // Then
    assertThat(writer.written).containsExactly("a");
    assertThat(deadLetters.stored).containsExactly("2 unwritable: unwritable: a mistake of ours");
  }

  @Test
  void whatCannotBeReadGoesToTheDeadLetters() throws SQLException {
    // Given
    ConsumerRecord<byte[], byte[]> text =
        Records.record(2, "hello".getBytes(StandardCharsets.UTF_8));
    var records = List.of(Records.update(1, "a"), text, Records.update(3, "b"));

    // When
    intake.take(records);

    // Then
    assertThat(writer.written).containsExactly("a", "b");
    assertThat(deadLetters.stored)
        .singleElement()
        .asString()
        .startsWith("2 malformed: session-update NOT_AVRO");
    assertThat(dropped("malformed")).isEqualTo(1);
  }

  @Test
  void aDatabaseThatIsAwayCostsNothing() {
    // Given
    writer.away = new SQLException("Connection refused", "08001");

    // When, Then
    assertThatThrownBy(() -> intake.take(List.of(Records.update(1, "a")))).isSameAs(writer.away);
    assertThat(deadLetters.stored).isEmpty();
  }

  @Test
  void eachWriteBelongsToTheTraceThatItsRecordTells() throws SQLException {
    // Given
    var told = Records.update(1, "a");
    told.headers().add(TraceHeaders.of("traceparent", RecordedSpans.TRACEPARENT));
    var malformed = Records.update(2, "b");
    malformed.headers().add(TraceHeaders.of("traceparent", "00-nothing-01"));

    // When
    traced.take(List.of(told, malformed, Records.update(3, "c")));

    // Then
    assertThat(writer.written).containsExactly("a", "b", "c");
    assertThat(deadLetters.stored).isEmpty();
    SpanData span = spans.all().getFirst();
    assertThat(spans.all()).hasSize(1);
    assertThat(span.getName()).isEqualTo("process aidis.session-updates");
    assertThat(span.getTraceId()).isEqualTo(RecordedSpans.TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(RecordedSpans.SPAN);
  }

  @Test
  void aWriteThatHasToWaitIsAFailureInItsTrace() {
    // Given
    writer.away = new SQLException("Connection refused", "08001");
    var told = Records.update(1, "a");
    told.headers().add(TraceHeaders.of("traceparent", RecordedSpans.TRACEPARENT));

    // When, Then
    assertThatThrownBy(() -> traced.take(List.of(told))).isSameAs(writer.away);
    assertThat(spans.all())
        .singleElement()
        .satisfies(
            span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
  }

  private double dropped(String reason) {
    return metrics
        .get(Drops.METRIC)
        .tags("stage", "session-sink", "reason", reason)
        .counter()
        .count();
  }
}
