package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TraceHeadersTest {
  private static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void whatIsWrittenIsRead() {
    // Given
    RecordHeaders headers = new RecordHeaders();

    // When
    headers.add(TraceHeaders.of("traceparent", TRACEPARENT));

    // Then
    assertThat(TraceHeaders.read(headers, "traceparent")).isEqualTo(TRACEPARENT);
    assertThat(TraceHeaders.read(headers, "tracestate")).isNull();
  }

  @Test
  void aHeaderWithoutAValueSaysNothing() {
    // Given
    RecordHeaders headers = new RecordHeaders();
    headers.add(new RecordHeader("traceparent", (byte[]) null));

    // When, Then
    assertThat(TraceHeaders.read(headers, "traceparent")).isNull();
  }
}
