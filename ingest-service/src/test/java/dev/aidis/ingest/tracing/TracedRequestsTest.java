package dev.aidis.ingest.tracing;

import static dev.aidis.service.tracing.RecordedSpans.SPAN;
import static dev.aidis.service.tracing.RecordedSpans.TRACE;
import static dev.aidis.service.tracing.RecordedSpans.TRACEPARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.service.tracing.RecordedSpans;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TracedRequestsTest {
  private static final String NOTES =
      "{\"activities\": [{\"type\": \"note_added\", \"body\": \"a\"}]}";
  private static final Map<String, Object> TASK = Map.of("title", "Write it");

  private final RecordedSpans spans = new RecordedSpans();
  private final RunningTracker tracker = RunningTracker.traced(spans.tracing());

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void aBatchOfActivitiesGoesOnWithTheTraceOfItsHeader() throws Exception {
    // When
    HttpResponse<String> answer =
        tracker.post("/api/v1/activities", NOTES, "traceparent", TRACEPARENT);

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    SpanData span = only();
    assertThat(span.getName()).isEqualTo("POST /api/v1/activities");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(SPAN);
    assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
        .isEqualTo(202);
  }

  @Test
  void whoTellsNoReadableTraceBeginsOne() throws Exception {
    // When
    HttpResponse<String> answer =
        tracker.post("/api/v1/activities", NOTES, "traceparent", "00-nothing-01");

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(only().getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void aToolCallGoesOnWithTheTraceOfItsMeta() {
    try (McpSyncClient client = tracker.mcpClient("traceparent", TRACEPARENT.replace('4', '5'))) {
      // Given
      client.initialize();

      // When
      client.callTool(new CallToolRequest("task_create", TASK, Map.of("traceparent", TRACEPARENT)));

      // Then
      SpanData span = only();
      assertThat(span.getName()).isEqualTo("tools/call task_create");
      assertThat(span.getTraceId()).isEqualTo(TRACE);
      assertThat(span.getParentSpanId()).isEqualTo(SPAN);
      assertThat(span.getLinks())
          .as("the trace of the request that it came in")
          .extracting(link -> link.getSpanContext().getTraceId())
          .containsExactly(TRACE.replace('4', '5'));
    }
  }

  @Test
  void aToolCallWithoutAMetaGoesOnWithTheTraceOfItsHeader() {
    try (McpSyncClient client = tracker.mcpClient("traceparent", TRACEPARENT)) {
      // Given
      client.initialize();

      // When
      client.callTool(new CallToolRequest("task_create", TASK, Map.of()));

      // Then
      assertThat(only().getTraceId()).isEqualTo(TRACE);
    }
  }

  @Test
  void aToolCallThatDidNothingIsAFailure() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();

      // When
      client.callTool(new CallToolRequest("task_create", Map.of(), Map.of()));

      // Then
      assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(only().getAttributes().get(AttributeKey.stringKey("error.type")))
          .isEqualTo("tool_error");
    }
  }

  @Test
  void aCallThatWaitedInASpoolGoesOnWithItsTrace() throws Exception {
    // When
    HttpResponse<String> answer =
        tracker.post(
            "/api/v1/tool-calls",
            "{\"name\": \"task_create\", \"arguments\": {\"title\": \"Tidy\"}, \"_meta\": {\"traceparent\": \"%s\"}}"
                .formatted(TRACEPARENT),
            "Idempotency-Key",
            "01901234-5678-7abc-8def-0123456789ab");

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(spans.all())
        .extracting(SpanData::getName)
        .containsExactly("tools/call task_create", "POST /api/v1/tool-calls");
    assertThat(spans.all().getFirst().getTraceId()).isEqualTo(TRACE);
  }

  @Test
  void questionsAreNotTraced() throws Exception {
    // When
    tracker.get("/api/v1/sessions", "traceparent", TRACEPARENT);
    tracker.get("/actuator/health");
    tracker.post("/v1/metrics", "{\"resourceMetrics\": []}");

    // Then
    assertThat(spans.all()).isEmpty();
  }

  private SpanData only() {
    assertThat(spans.all()).hasSize(1);
    return spans.all().getFirst();
  }
}
