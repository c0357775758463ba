package dev.aidis.schemas;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells that an activity mends the record: it is dated back to the session it mends, and told
 * when it was made.
 */
public final class Mend {
  /** The attribute that says when the mend was made, in ISO 8601. */
  public static final String MADE_AT = "mendedAt";

  private Mend() {}

  /**
   * Where what the activity tells stands among what others tell: a goal or a project that mends was
   * told when the mend was made, everything else when it happened.
   */
  public static Position toldAt(Activity activity) {
    Instant madeAt = madeAt(activity);
    return madeAt == null || madeAt.isBefore(activity.occurredAt())
        ? activity.position()
        : Position.lastOf(madeAt, activity.id());
  }

  /** When the goal or project was mended; absent for anything else, or if it is not readable. */
  public static @Nullable Instant madeAt(Activity activity) {
    String told = activity.attributes().get(MADE_AT);
    return told != null && mends(activity.kind()) ? read(told) : null;
  }

  /** Whether activities of this type may mend what others told. */
  public static boolean mends(ActivityType kind) {
    return kind == ActivityType.GOAL_SET || kind == ActivityType.PROJECT_SWITCHED;
  }

  private static @Nullable Instant read(String told) {
    try {
      Instant time = Instant.parse(told);
      return time.isAfter(ActivityLimits.LATEST) ? null : time;
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
