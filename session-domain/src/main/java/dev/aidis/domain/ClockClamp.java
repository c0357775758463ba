package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Mend;
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
   * {@code claimedAt}. So a mend is told no later than it is received, too.
   */
  public Activity clamp(Activity told, Instant receivedAt) {
    Activity activity = withMendClamped(told, receivedAt);
    if (!activity.occurredAt().isAfter(receivedAt.plus(maxAhead))) {
      return activity;
    }
    Instant claimed = activity.claimedAt() == null ? activity.occurredAt() : activity.claimedAt();
    return activity.toBuilder().occurredAt(receivedAt).claimedAt(claimed).build();
  }

  private Activity withMendClamped(Activity activity, Instant receivedAt) {
    Instant madeAt = Mend.madeAt(activity);
    return madeAt == null || !madeAt.isAfter(receivedAt.plus(maxAhead))
        ? activity
        : activity.toBuilder().attribute(Mend.MADE_AT, receivedAt.toString()).build();
  }
}
