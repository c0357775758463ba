package dev.aidis.ingest.activity;

import dev.aidis.schemas.Activity;
import java.util.List;

/** Counts what another publisher delivers. */
public final class MeteredPublisher implements ActivityPublisher {
  private final ActivityPublisher publisher;
  private final IntakeMetrics metrics;

  public MeteredPublisher(ActivityPublisher publisher, IntakeMetrics metrics) {
    this.publisher = publisher;
    this.metrics = metrics;
  }

  @Override
  public List<Delivery> publish(List<Activity> activities) {
    try {
      List<Delivery> deliveries = publisher.publish(activities);
      int accepted = (int) deliveries.stream().filter(Delivery::isAcknowledged).count();
      metrics.accepted(accepted);
      metrics.failed(deliveries.size() - accepted);
      return deliveries;
    } catch (LogUnavailableException e) {
      metrics.failed(activities.size());
      throw e;
    }
  }
}
