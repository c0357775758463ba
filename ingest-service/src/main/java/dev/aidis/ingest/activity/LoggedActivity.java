package dev.aidis.ingest.activity;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityLimits;
import java.time.Instant;

/**
 * An activity as it stands in a log.
 *
 * @param appendedAt when it was first appended to one, in the years 1970 to 9999, as a clock may
 *     have said; see {@link dev.aidis.schemas.AppendTime}
 */
public record LoggedActivity(Activity activity, Instant appendedAt) {

  public LoggedActivity {
    if (appendedAt.isBefore(ActivityLimits.EARLIEST)
        || appendedAt.isAfter(ActivityLimits.LATEST_CLAIM)) {
      throw new IllegalArgumentException(
          "appendedAt %s must lie between %s and %s"
              .formatted(appendedAt, ActivityLimits.EARLIEST, ActivityLimits.LATEST_CLAIM));
    }
  }
}
