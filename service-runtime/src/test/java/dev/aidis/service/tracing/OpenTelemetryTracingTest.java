package dev.aidis.service.tracing;

import static dev.aidis.service.tracing.RecordedSpans.SPAN;
import static dev.aidis.service.tracing.RecordedSpans.TRACE;
import static dev.aidis.service.tracing.RecordedSpans.TRACEPARENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class OpenTelemetryTracingTest {
  private static final String OTHER_TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Carrier NOTHING_TOLD = field -> null;

  private final RecordedSpans spans = new RecordedSpans();
  private final Tracing tracing = spans.tracing();
  private final LoggedLines lines = LoggedLines.of(Step.class);

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void aRequestGoesOnWithTheTraceThatItTells() {
    // When
    try (Step step = tracing.answering("tools/call note", telling(TRACEPARENT))) {
      step.note("gen_ai.tool.name", "note");
    }

    // Then
    SpanData span = spans.all().getFirst();
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(SPAN);
    assertThat(span.getAttributes().get(AttributeKey.stringKey("gen_ai.tool.name")))
        .isEqualTo("note");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no trace",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4BF92F3577B34DA6A3CE929D0E0E473G-00f067aa0ba902b7-01"
      })
  void whatIsNoTraceparentCountsAsNotTold(String malformed) {
    // When
    tracing.answering("GET", telling(malformed)).close();
    tracing.taking(new Received("topic", 0, 7, telling(malformed))).close();

    // Then
    assertThat(spans.all())
        .singleElement()
        .satisfies(span -> assertThat(span.getParentSpanContext().isValid()).isFalse());
  }

  @Test
  void whatAMessageTellsGoesBeforeWhatSurroundsItWhichIsLinked() {
    // When
    try (Step _ = tracing.within(telling("00-" + OTHER_TRACE + "-" + SPAN + "-01"))) {
      tracing.answering("tools/call note", telling(TRACEPARENT)).close();
    }

    // Then
    SpanData span = spans.all().getFirst();
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getLinks())
        .extracting(link -> link.getSpanContext().getTraceId())
        .containsExactly(OTHER_TRACE);
  }

  @Test
  void whatIsSentTellsTheTraceOnlyWhileThereIsOne() {
    // Given
    Map<String, String> within = new HashMap<>();
    Map<String, String> without = new HashMap<>();

    // When
    try (Step _ = tracing.answering("POST", telling(TRACEPARENT));
        Step _ = tracing.sending("topic", 2)) {
      tracing.tell(within::put);
    }
    tracing.sending("topic", 2).close();
    tracing.tell(without::put);

    // Then
    SpanData sent = spans.all().getFirst();
    assertThat(sent.getName()).isEqualTo("send topic");
    assertThat(within)
        .containsExactly(
            Map.entry("traceparent", "00-%s-%s-01".formatted(TRACE, sent.getSpanId())));
    assertThat(without).isEmpty();
    assertThat(spans.all()).hasSize(2);
  }

  @Test
  void theStateOfOtherTracersGoesAlong() {
    // Given
    Map<String, String> told = Map.of("traceparent", TRACEPARENT, "tracestate", "rojo=00f067");
    Map<String, String> sent = new HashMap<>();

    // When
    try (Step _ = tracing.answering("POST", told::get)) {
      tracing.tell(sent::put);
    }

    // Then
    assertThat(sent).containsEntry("tracestate", "rojo=00f067");
  }

  @Test
  void whatIsNotSampledIsNotToldAndNotLogged() {
    // Given
    Tracing sampling = spans.tracing(Sampler.parentBased(Sampler.alwaysOff()));
    Map<String, String> sent = new HashMap<>();

    // When
    try (Step _ = sampling.answering("POST", NOTHING_TOLD)) {
      sampling.tell(sent::put);
    }

    // Then
    assertThat(sent).isEmpty();
    assertThat(lines.events).isEmpty();
    assertThat(spans.all()).isEmpty();
  }

  @Test
  void eachRecordOfABatchBelongsToItsOwnTrace() {
    // Given
    List<Received> batch =
        List.of(
            new Received("topic", 3, 7, telling(TRACEPARENT)),
            new Received("topic", 3, 8, NOTHING_TOLD),
            new Received("topic", 4, 1, telling("00-" + OTHER_TRACE + "-" + SPAN + "-01")));

    // When
    try (Step step = tracing.takingTogether(batch)) {
      step.failed("away");
    }

    // Then
    assertThat(spans.all())
        .extracting(SpanData::getTraceId, span -> span.getStatus().getStatusCode())
        .containsExactly(tuple(TRACE, StatusCode.ERROR), tuple(OTHER_TRACE, StatusCode.ERROR));
  }

  @Test
  void theEndOfAStepIsALineWithItsIds() {
    // When
    tracing.taking(new Received("topic", 0, 7, telling(TRACEPARENT))).close();

    // Then
    ILoggingEvent line = lines.events.getFirst();
    assertThat(line.getFormattedMessage()).matches("process topic took \\d+ ms");
    assertThat(line.getMDCPropertyMap())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("trace_id", TRACE, "span_id", spans.all().getFirst().getSpanId()));
  }

  @Test
  void theLogTellsAfterwardsWhatItToldBefore() {
    // When
    try (Step _ = tracing.answering("POST", telling(TRACEPARENT))) {
      String outer = MDC.get("span_id");
      tracing.sending("topic", 1).close();

      // Then
      assertThat(MDC.get("span_id")).isEqualTo(outer);
    }
    assertThat(MDC.get("span_id")).isNull();
  }

  @Test
  void workThatIsCarriedToAnotherThreadBelongsToTheTrace() {
    // Given
    Map<String, String> sent = new HashMap<>();

    // When
    try (Step _ = tracing.answering("POST", telling(TRACEPARENT))) {
      CompletableFuture.supplyAsync(
              tracing.carried(
                  () -> {
                    tracing.tell(sent::put);
                    return sent;
                  }))
          .join();
    }

    // Then
    assertThat(sent.get("traceparent")).contains(TRACE);
  }

  private static Carrier telling(String traceparent) {
    return Map.of("traceparent", traceparent)::get;
  }
}
