package dev.aidis.ingest.activity;

import dev.aidis.schemas.Activity;
import java.util.List;
import java.util.function.Consumer;

/** Publishes all activities of one deed or fails, and tells whoever must know what was recorded. */
public final class ActivityRecorder {
  private final ActivityPublisher publisher;
  private final Consumer<Activity> whenRecorded;

  public ActivityRecorder(ActivityPublisher publisher, Consumer<Activity> whenRecorded) {
    this.publisher = publisher;
    this.whenRecorded = whenRecorded;
  }

  /**
   * Returns when all are acknowledged.
   *
   * @throws LogUnavailableException if one of them was not
   */
  public void record(List<Activity> activities) {
    for (Delivery delivery : publisher.publish(activities)) {
      if (delivery.failure() != null) {
        throw new LogUnavailableException(delivery.failure(), null);
      }
    }
    activities.forEach(whenRecorded);
  }
}
