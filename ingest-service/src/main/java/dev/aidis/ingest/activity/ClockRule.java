package dev.aidis.ingest.activity;

import dev.aidis.schemas.Activity;
import java.time.Duration;
import java.time.Instant;

/**
 * A machine whose clock is ahead must not date activities into the future: what claims to have
 * happened too far ahead of the receiver's clock happened when it was received, and what the
 * machine said is kept in {@link Activity#claimedAt()}.
 *
 * @param maxAhead still believed
 */
public record ClockRule(Duration maxAhead) {

  public ClockRule {
    if (maxAhead.isNegative()) {
      throw new IllegalArgumentException("max-clock-ahead " + maxAhead + " must not be negative");
    }
  }

  /** The activity as received, with the time it is believed to have happened at. */
  public Activity apply(Activity activity, Instant receivedAt) {
    if (!activity.occurredAt().isAfter(receivedAt.plus(maxAhead))) {
      return activity.toBuilder().receivedAt(receivedAt).build();
    }
    return activity.toBuilder()
        .receivedAt(receivedAt)
        .occurredAt(receivedAt)
        .claimedAt(activity.occurredAt())
        .build();
  }
}
