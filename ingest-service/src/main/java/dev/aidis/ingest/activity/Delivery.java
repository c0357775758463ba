package dev.aidis.ingest.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one activity on its way into the log.
 *
 * @param failure a sentence for the caller; absent when the activity was acknowledged
 */
public record Delivery(UUID activityId, @Nullable String failure) {

  public static Delivery acknowledged(UUID activityId) {
    return new Delivery(activityId, null);
  }

  public static Delivery failed(UUID activityId, String failure) {
    return new Delivery(activityId, failure);
  }

  public boolean isAcknowledged() {
    return failure == null;
  }
}
