package dev.aidis.ingest.telemetry;

import dev.aidis.domain.ClockClamp;
import dev.aidis.ingest.RecordingPublisher;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.telemetry.TelemetrySettings.Source;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TokenAttributes;
import dev.aidis.schemas.TokenUsage;
import dev.aidis.schemas.TrackerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes in exports as the endpoint does, and sums up what the processor would count. */
final class TelemetryBench {
  static final Instant START = Instant.parse("2026-11-22T07:00:00Z");
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  static final Caller CALLER =
      new Caller(new TrackerKey("ada", "main"), "laptop", null, null, null);

  /** The fixture's own session. */
  static final String SESSION = "5809e172-e13e-4c6d-9c1a-ea0e38140ae5";

  final CurrentWork work = new CurrentWork();
  final RecordingPublisher publisher = new RecordingPublisher();
  private final Telemetry telemetry;
  private Instant now = START;

  TelemetryBench(Source source) {
    telemetry =
        new Telemetry(
            source, new UseActivities("laptop", work, ClockClamp.DEFAULT), publisher, () -> now);
    now = NOW;
  }

  Rejections metrics(JsonNode request) {
    return telemetry.metrics(request, CALLER);
  }

  Rejections logs(JsonNode request) {
    return telemetry.logs(request, CALLER);
  }

  /** All that Claude Code sent. */
  TelemetryBench fixture() {
    for (String line : fixtureLines()) {
      JsonNode sent = json(line);
      if (sent.path("url").asString().equals("/v1/metrics")) {
        metrics(sent.path("body"));
      } else {
        logs(sent.path("body"));
      }
    }
    return this;
  }

  List<Activity> activities() {
    return publisher.published();
  }

  /** Each id once. */
  TokenUsage usage() {
    Set<UUID> seen = new HashSet<>();
    return activities().stream()
        .filter(activity -> seen.add(activity.id()))
        .map(activity -> TokenAttributes.read(activity.attributes()))
        .reduce(TokenUsage.NONE, TokenUsage::plus);
  }

  static List<String> fixtureLines() {
    try (var in = TelemetryBench.class.getResourceAsStream("/telemetry/claude-code-otlp.jsonl")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /**
   * An export of input tokens of one model.
   *
   * @param temporality 1 delta, 2 cumulative
   */
  static JsonNode tokens(int temporality, Instant start, Instant end, String value) {
    return export(MetricPoint.TOKENS, temporality, start, end, value);
  }

  /** An export of active time alone. */
  static JsonNode activeTime(Instant start, Instant end, String seconds) {
    return export(MetricPoint.ACTIVE_TIME, 1, start, end, seconds);
  }

  private static JsonNode export(
      String metric, int temporality, Instant start, Instant end, String value) {
    return json(
        """
        {"resourceMetrics":[{"resource":{"attributes":[]},"scopeMetrics":[{"metrics":[
          {"name":"%s","sum":{"aggregationTemporality":%d,"dataPoints":[
            {"startTimeUnixNano":"%d000000","timeUnixNano":"%d000000","asDouble":%s,"attributes":[
              {"key":"session.id","value":{"stringValue":"s"}},
              {"key":"model","value":{"stringValue":"claude-opus"}},
              {"key":"type","value":{"stringValue":"input"}}]}]}}]}]}]}"""
            .formatted(metric, temporality, start.toEpochMilli(), end.toEpochMilli(), value));
  }
}
