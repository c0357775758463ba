package dev.aidis.ingest.telemetry;

import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.Delivery;
import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.telemetry.TelemetrySettings.Source;
import dev.aidis.schemas.Activity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Takes in what assistants' telemetry tells. Tokens and costs count from one source only, because
 * metrics and events tell the same ones. Thread-safe.
 */
final class Telemetry {
  private static final Set<String> USED = Set.of(MetricPoint.TOKENS, MetricPoint.COST);

  private final Source source;
  private final UseActivities activities;
  private final ActivityPublisher publisher;
  private final CumulativeSeries series;
  private final InstantSource clock;

  Telemetry(
      Source source, UseActivities activities, ActivityPublisher publisher, InstantSource clock) {
    this.source = source;
    this.activities = activities;
    this.publisher = publisher;
    this.clock = clock;
    series = new CumulativeSeries(clock.instant());
  }

  /**
   * @return what was not taken
   * @throws LogUnavailableException if the exporter is to send it again
   */
  Rejections metrics(JsonNode request, Caller caller) {
    Rejections rejections = new Rejections();
    CumulativeSeries.Reading reading = series.read();
    List<MetricPoint> points =
        MetricPoint.in(request, rejections).stream()
            .filter(point -> source == Source.METRICS || !USED.contains(point.metric()))
            .map(point -> point.cumulative() ? reading.difference(point) : point)
            .toList();
    record(MetricUses.of(points), caller, rejections);
    reading.keep();
    return rejections;
  }

  /** The same of logs. */
  Rejections logs(JsonNode request, Caller caller) {
    Rejections rejections = new Rejections();
    if (source == Source.EVENTS) {
      record(RequestUses.in(request, rejections), caller, rejections);
    }
    return rejections;
  }

  private void record(List<Use> uses, Caller caller, Rejections rejections) {
    Instant now = clock.instant();
    List<Activity> told = new ArrayList<>();
    for (Use use : uses) {
      try {
        told.add(activities.of(use, caller, now));
      } catch (IllegalArgumentException e) {
        rejections.add(String.valueOf(e.getMessage()));
      }
    }
    if (told.isEmpty()) {
      return;
    }
    for (Delivery delivery : publisher.publish(told)) {
      if (delivery.failure() != null) {
        throw new LogUnavailableException(delivery.failure(), null);
      }
    }
  }
}
