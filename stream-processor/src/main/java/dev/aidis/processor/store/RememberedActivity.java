package dev.aidis.processor.store;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Mend;
import dev.aidis.schemas.TokenAttributes;
import dev.aidis.schemas.serde.WireCodecs;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
            .attributes(counted(activity));
    if (!tellsGoal(activity.kind())) {
      remembered.body(null);
    }
    return WireCodecs.ACTIVITY.encode(remembered.build());
  }

  private static boolean tellsGoal(ActivityType kind) {
    return switch (kind) {
      case GOAL_SET, SESSION_STARTED, GOAL_EVALUATED -> true;
      default -> false;
    };
  }

  private static Map<String, String> counted(Activity activity) {
    return switch (activity.kind()) {
      case TOKENS_USED -> only(TokenAttributes.NAMES, activity.attributes());
      case GOAL_EVALUATED -> only(List.of(GoalVerdict.ATTRIBUTE), activity.attributes());
      case GOAL_SET, PROJECT_SWITCHED -> only(List.of(Mend.MADE_AT), activity.attributes());
      default -> Map.of();
    };
  }

  private static Map<String, String> only(List<String> names, Map<String, String> attributes) {
    Map<String, String> counted = new HashMap<>(attributes);
    counted.keySet().retainAll(names);
    return counted;
  }

  static Activity decode(byte[] value) {
    return WireCodecs.ACTIVITY.decode(value);
  }

  static Instant appendedAt(Activity remembered) {
    return remembered.receivedAt();
  }
}
