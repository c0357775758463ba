package dev.aidis.ingest.mcp.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.mcp.stateless.StatelessClient.Message;
import dev.aidis.service.tracing.RecordedSpans;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TracedCallsTest {

  @Test
  void aCallGoesOnWithTheTraceOfItsMeta() throws Exception {
    // Given
    RecordedSpans spans = new RecordedSpans();
    try (RunningTracker tracker = RunningTracker.traced(spans.tracing())) {
      Map<String, ?> call = Map.of("name", "task_create", "arguments", Map.of("title", "Do it"));
      Message message = new StatelessClient(tracker).message("tools/call", call);
      message.meta().put("traceparent", RecordedSpans.TRACEPARENT);

      // When
      message.send();

      // Then
      assertThat(spans.all())
          .singleElement()
          .satisfies(
              span -> {
                assertThat(span.getName()).isEqualTo("tools/call task_create");
                assertThat(span.getTraceId()).isEqualTo(RecordedSpans.TRACE);
                assertThat(span.getParentSpanId()).isEqualTo(RecordedSpans.SPAN);
              });
    }
  }
}
