package dev.aidis.processor;

import static dev.aidis.processor.TopologyFixture.NOW;
import static dev.aidis.service.tracing.RecordedSpans.SPAN;
import static dev.aidis.service.tracing.RecordedSpans.TRACE;
import static dev.aidis.service.tracing.RecordedSpans.TRACEPARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TraceHeaders;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.service.tracing.RecordedSpans;
import dev.aidis.service.tracing.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracedTopologyTest {
  private static final Header TOLD = TraceHeaders.of("traceparent", TRACEPARENT);

  private final RecordedSpans spans = new RecordedSpans();
  @TempDir private Path stateDir;

  @Test
  void anUpdateBelongsToTheTraceOfItsActivity() {
    try (TopologyFixture topology = topology(spans.tracing())) {
      // When
      topology.append(encoded(note(1)), TOLD);

      // Then
      SpanData span = spans.all().getFirst();
      assertThat(span.getName()).isEqualTo("process aidis.activities");
      assertThat(span.getTraceId()).isEqualTo(TRACE);
      assertThat(span.getParentSpanId()).isEqualTo(SPAN);
      assertThat(span.getAttributes().get(AttributeKey.longKey("messaging.kafka.offset"))).isZero();
      TestRecord<byte[], byte[]> update = topology.updateRecords().getFirst();
      assertThat(TraceHeaders.read(update.headers(), "traceparent"))
          .isEqualTo("00-%s-%s-01".formatted(TRACE, span.getSpanId()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00-no-trace-01", "\u0000"})
  void anActivityThatTellsNoTraceIsProcessedAsEver(String malformed) {
    try (TopologyFixture topology = topology(spans.tracing())) {
      // When
      topology.append(encoded(note(1)), TraceHeaders.of("traceparent", malformed));
      topology.append(encoded(note(2)), new RecordHeader("traceparent", (byte[]) null));
      topology.append(note(3), NOW);

      // Then
      assertThat(topology.updateRecords())
          .hasSize(3)
          .allSatisfy(update -> assertThat(update.headers()).isEmpty());
      assertThat(topology.deadLetters()).isEmpty();
      assertThat(spans.all()).isEmpty();
    }
  }

  @Test
  void aTimeoutBelongsToNoTrace() {
    try (TopologyFixture topology = topology(spans.tracing())) {
      // Given
      topology.append(encoded(note(1)), TOLD);
      topology.updateRecords();

      // When
      topology.wallClock(NOW.plus(Duration.ofHours(3)));

      // Then
      assertThat(topology.updateRecords())
          .singleElement()
          .satisfies(timeout -> assertThat(timeout.headers()).isEmpty());
    }
  }

  @Test
  void aDeadLetterKeepsTheTraceOfItsRecord() {
    try (TopologyFixture topology = topology(spans.tracing())) {
      // When
      topology.append("no activity".getBytes(StandardCharsets.UTF_8), TOLD);

      // Then
      assertThat(topology.deadLetters())
          .singleElement()
          .satisfies(letter -> assertThat(letter.headers()).contains(TOLD));
      assertThat(spans.all()).extracting(SpanData::getTraceId).containsExactly(TRACE);
    }
  }

  @Test
  void whileTracingIsOffNoUpdateTellsATrace() {
    try (TopologyFixture topology = topology(Tracing.OFF)) {
      // When
      topology.append(encoded(note(1)), TOLD);

      // Then
      assertThat(topology.updateRecords())
          .singleElement()
          .satisfies(update -> assertThat(update.headers()).isEmpty());
    }
  }

  private TopologyFixture topology(Tracing tracing) {
    return new TopologyFixture(stateDir, Map.of(), NOW, tracing);
  }

  private static byte[] encoded(Activity activity) {
    return WireCodecs.ACTIVITY.encode(activity);
  }

  private static Activity note(long id) {
    return Activity.builder(new UUID(0, id), ActivityType.NOTE_ADDED)
        .occurredAt(NOW)
        .owner("ada")
        .machine("laptop")
        .body("a note")
        .build();
  }
}
