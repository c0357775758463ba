package dev.aidis.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against messages that OpenTelemetry's own classes write. */
class ProtobufReaderTest {
  private static final ExportMetricsServiceRequest METRICS = metrics();

  @Test
  void aMessageIsReadAsItsJson() {
    assertThat(ProtobufReader.read(METRICS.toByteArray(), OtlpMessage.METRICS_REQUEST))
        .hasToString(
            """
            {"resourceMetrics":[{"resource":{"attributes":[{"key":"machine","value":{"stringValue":"müll"}}]},\
            "scopeMetrics":[{"metrics":[{"name":"claude_code.token.usage","sum":{"dataPoints":[\
            {"startTimeUnixNano":1795333776672000000,"timeUnixNano":18446744073709551615,"asDouble":360.25,\
            "attributes":[{"key":"n","value":{"intValue":-7}},{"key":"d","value":{"doubleValue":0.5}},\
            {"key":"b","value":{"boolValue":true}},{"key":"list","value":{}}]},\
            {"timeUnixNano":2,"asInt":-42}],"aggregationTemporality":2}},{"name":"other"}]}]}]}""");
  }

  @Test
  void logsAreReadAsTheirJson() {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    request
        .addResourceLogsBuilder()
        .addScopeLogsBuilder()
        .addLogRecords(
            LogRecord.newBuilder()
                .setTimeUnixNano(5)
                .setObservedTimeUnixNano(6)
                .setSeverityText("INFO")
                .setBody(AnyValue.newBuilder().setStringValue("claude_code.api_request"))
                .addAttributes(text("event.name", "api_request"))
                .setEventName("claude_code.api_request"));

    assertThat(ProtobufReader.read(request.build().toByteArray(), OtlpMessage.LOGS_REQUEST))
        .hasToString(
            """
            {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":5,\
            "body":{"stringValue":"claude_code.api_request"},\
            "attributes":[{"key":"event.name","value":{"stringValue":"api_request"}}],\
            "observedTimeUnixNano":6,"eventName":"claude_code.api_request"}]}]}]}""");
  }

  @Test
  void bytesThatAreNoMessageAreRefusedWithASentence() {
    byte[] bytes = METRICS.toByteArray();
    for (int length = 1; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatIllegalArgumentException()
          .as("%d bytes", length)
          .isThrownBy(() -> ProtobufReader.read(cut, OtlpMessage.METRICS_REQUEST))
          .withMessageContaining("no protobuf message");
    }
  }

  @Test
  void anyBytesAreReadOrRefused() {
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = METRICS.toByteArray();
      for (int i = random.nextInt(6); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        MetricPoint.in(ProtobufReader.read(bytes, OtlpMessage.METRICS_REQUEST), new Rejections());
      } catch (IllegalArgumentException e) {
        assertThat(e).as("seed %d", seed).hasMessageContaining("no protobuf message");
      }
    }
  }

  private static ExportMetricsServiceRequest metrics() {
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    var resource = request.addResourceMetricsBuilder().setSchemaUrl("https://example.com");
    resource.getResourceBuilder().addAttributes(text("machine", "müll"));
    resource
        .addScopeMetricsBuilder()
        .setScope(InstrumentationScope.newBuilder().setName("com.anthropic.claude_code"))
        .addMetrics(
            Metric.newBuilder()
                .setName("claude_code.token.usage")
                .setUnit("tokens")
                .setSum(
                    Sum.newBuilder()
                        .setIsMonotonic(true)
                        .setAggregationTemporality(
                            AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                        .addDataPoints(point())
                        .addDataPoints(
                            NumberDataPoint.newBuilder().setTimeUnixNano(2).setAsInt(-42))))
        .addMetrics(Metric.newBuilder().setName("other").setHistogram(Histogram.newBuilder()));
    return request.build();
  }

  private static NumberDataPoint.Builder point() {
    return NumberDataPoint.newBuilder()
        .setStartTimeUnixNano(1_795_333_776_672_000_000L)
        .setTimeUnixNano(-1)
        .setAsDouble(360.25)
        .setFlags(1)
        .addAttributes(value("n", AnyValue.newBuilder().setIntValue(-7)))
        .addAttributes(value("d", AnyValue.newBuilder().setDoubleValue(0.5)))
        .addAttributes(value("b", AnyValue.newBuilder().setBoolValue(true)))
        .addAttributes(
            value(
                "list",
                AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(AnyValue.newBuilder()))));
  }

  private static KeyValue text(String key, String value) {
    return value(key, AnyValue.newBuilder().setStringValue(value)).build();
  }

  private static KeyValue.Builder value(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value);
  }
}
