package dev.aidis.ingest.telemetry;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.time.Instant;

/** Exports as OpenTelemetry's own classes write them. */
final class Messages {
  private static final Instant AT = Instant.parse("2026-11-22T07:49:36Z");
  private static final long NANOS = 1_000_000_000L;

  private Messages() {}

  /** Input tokens, delta. */
  static byte[] tokens(NumberDataPoint.Builder... points) {
    Sum.Builder sum =
        Sum.newBuilder()
            .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
    for (NumberDataPoint.Builder point : points) {
      sum.addDataPoints(
          point
              .setStartTimeUnixNano((AT.getEpochSecond() - 60) * NANOS)
              .setTimeUnixNano(AT.getEpochSecond() * NANOS)
              .addAttributes(text("session.id", "s"))
              .addAttributes(text("model", "claude-opus"))
              .addAttributes(text("type", "input")));
    }
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    request
        .addResourceMetricsBuilder()
        .addScopeMetricsBuilder()
        .addMetrics(Metric.newBuilder().setName("claude_code.token.usage").setSum(sum));
    return request.build().toByteArray();
  }

  private static KeyValue.Builder text(String key, String value) {
    return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value));
  }
}
