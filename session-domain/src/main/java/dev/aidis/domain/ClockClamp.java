package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a machine whose clock runs ahead from harming sessions: a time too far ahead of the
 * receiver's becomes the receiver's.
 *
 * @param maxAhead how far ahead of the receiver a clock may be
 */
public record ClockClamp(Duration maxAhead) {
  /** 5 minutes. */
  public static final ClockClamp DEFAULT = new ClockClamp(Duration.ofMinutes(5));

  public ClockClamp {
    if (maxAhead.isNegative()) {
      throw new IllegalArgumentException("maxAhead " + maxAhead + " must not be negative");
    }
  }

  /**
   * The activity, with the receiver's time where its own is too far ahead; what it said is then
   * {@code claimedAt}.
   */
  public Activity clamp(Activity activity, Instant receivedAt) {
    if (!activity.occurredAt().isAfter(receivedAt.plus(maxAhead))) {
      return activity;
    }
    Instant claimed = activity.claimedAt() == null ? activity.occurredAt() : activity.claimedAt();
    return activity.toBuilder().occurredAt(receivedAt).claimedAt(claimed).build();
  }
}
