package dev.aidis.processor.store;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.serde.WireCodecs;
import java.time.Instant;
import java.util.Map;

/**
 * The value of the store {@code activities}: an activity without the texts that no counter, goal or
 * boundary depends on, and with the time it was appended to the log in the place of {@code
 * receivedAt}.
 */
final class RememberedActivity {
  private RememberedActivity() {}

  static byte[] encode(Activity activity, Instant appendedAt) {
    ActivityBuilder remembered =
        activity.toBuilder()
            .receivedAt(appendedAt)
            .claimedAt(null)
            .repo(null)
            .branch(null)
            .head(null)
            .description(null)
            .contextId(null)
            .decisionId(null)
            .title(null)
            .attributes(Map.of());
    if (activity.kind() != ActivityType.GOAL_SET
        && activity.kind() != ActivityType.SESSION_STARTED) {
      remembered.body(null);
    }
    return WireCodecs.ACTIVITY.encode(remembered.build());
  }

  static Activity decode(byte[] value) {
    return WireCodecs.ACTIVITY.decode(value);
  }

  static Instant appendedAt(Activity remembered) {
    return remembered.receivedAt();
  }
}
