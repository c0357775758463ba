package dev.aidis.ingest.telemetry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A number that a metric told.
 *
 * @param cumulative whether it is the sum since {@code start}, not only since the point before
 * @param attributes of the point, and where it is silent of its resource
 * @param value not negative
 */
record MetricPoint(
    String metric,
    boolean cumulative,
    Attributes attributes,
    Instant start,
    Instant end,
    BigDecimal value) {
  static final String TOKENS = "claude_code.token.usage";
  static final String COST = "claude_code.cost.usage";
  static final String LINES = "claude_code.lines_of_code.count";
  static final String ACTIVE_TIME = "claude_code.active_time.total";

  private static final Set<String> METRICS = Set.of(TOKENS, COST, LINES, ACTIVE_TIME);
  private static final int DELTA = 1;
  private static final int CUMULATIVE = 2;

  /**
   * The points of the metrics that are known here.
   *
   * @param request as OTLP has it in JSON
   */
  static List<MetricPoint> in(JsonNode request, Rejections rejections) {
    List<MetricPoint> points = new ArrayList<>();
    for (JsonNode resource : request.path("resourceMetrics")) {
      Attributes attributes = Attributes.of(resource.path("resource").path("attributes"));
      for (JsonNode scope : resource.path("scopeMetrics")) {
        for (JsonNode metric : scope.path("metrics")) {
          if (METRICS.contains(metric.path("name").asString(""))) {
            addPoints(metric, attributes, points, rejections);
          }
        }
      }
    }
    return points;
  }

  private static void addPoints(
      JsonNode metric, Attributes resource, List<MetricPoint> points, Rejections rejections) {
    String name = metric.path("name").asString();
    JsonNode sum = metric.path("sum");
    int temporality = temporality(sum.path("aggregationTemporality"));
    for (JsonNode point : sum.path("dataPoints")) {
      BigDecimal value = value(point);
      Instant end = Times.of(point.path("timeUnixNano"));
      if (value == null) {
        rejections.add(name + " must be a number from 0 up to 12 digits");
      } else if (end == null) {
        rejections.add(name + " must have a timeUnixNano");
      } else if (temporality != DELTA && temporality != CUMULATIVE) {
        rejections.add(name + " must have the aggregationTemporality delta (1) or cumulative (2)");
      } else {
        Instant start = Times.of(point.path("startTimeUnixNano"));
        points.add(
            new MetricPoint(
                name,
                temporality == CUMULATIVE,
                Attributes.of(point.path("attributes")).over(resource),
                start == null || start.isAfter(end) ? end : start,
                end,
                value));
      }
    }
  }

  /** JSON may name it. */
  private static int temporality(JsonNode told) {
    return switch (told.asString("")) {
      case "AGGREGATION_TEMPORALITY_DELTA" -> DELTA;
      case "AGGREGATION_TEMPORALITY_CUMULATIVE" -> CUMULATIVE;
      default -> told.asInt(0);
    };
  }

  private static @Nullable BigDecimal value(JsonNode point) {
    JsonNode told = point.has("asInt") ? point.path("asInt") : point.path("asDouble");
    return told.isNumber() || told.isString() ? Amounts.parse(told.asString()) : null;
  }

  MetricPoint withValue(BigDecimal other) {
    return new MetricPoint(metric, cumulative, attributes, start, end, other);
  }

  /** What it is a number of: the metric with all of its attributes, since when. */
  String series() {
    return metric + attributes.values() + "@" + start;
  }

  @Nullable String session() {
    return attributes.name("session.id");
  }
}
