package dev.aidis.ingest.activity;

import dev.aidis.schemas.Activity;
import java.util.List;

/** Writes activities to the log of record. Thread-safe. */
@FunctionalInterface
public interface ActivityPublisher {

  /**
   * Returns when the log has acknowledged the activities, or has refused them one by one.
   *
   * @return one delivery for each activity, in their order
   * @throws LogUnavailableException if not one of them was acknowledged because the log is away
   */
  List<Delivery> publish(List<Activity> activities);
}
