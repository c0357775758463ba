package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TokenAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes small streams of one tracker key in which everything that matters happens often: gaps of
 * exactly the limit, the same millisecond, starts, ends, pauses, several machines.
 */
public final class RandomStreams {
  private static final Instant START = Instant.parse("2026-03-28T20:00:00Z");
  private static final List<ActivityType> ORDINARY =
      List.of(
          ActivityType.TASK_CREATED,
          ActivityType.TASK_TODO,
          ActivityType.TASK_IN_PROGRESS,
          ActivityType.TASK_COMPLETED,
          ActivityType.CONTEXT_ADDED,
          ActivityType.DECISION_MADE,
          ActivityType.FILE_MODIFIED,
          ActivityType.FILE_MENTIONED,
          ActivityType.CODE_MEASURED,
          ActivityType.GOAL_SET,
          ActivityType.TAGS_ADDED,
          ActivityType.TAGS_ADDED,
          ActivityType.TAGS_REMOVED,
          ActivityType.PROMPT_SUBMITTED,
          ActivityType.TOOL_USED,
          ActivityType.HEARTBEAT,
          ActivityType.TOKENS_USED,
          ActivityType.GOAL_EVALUATED,
          ActivityType.SESSION_PAUSED,
          ActivityType.SESSION_RESUMED,
          ActivityType.CLIENT_CONNECTED,
          ActivityType.PROJECT_SWITCHED,
          ActivityType.MODEL_CHANGED);

  private static final List<ActivityType> CUTS =
      List.of(
          ActivityType.SESSION_ENDED,
          ActivityType.SESSION_ENDED,
          ActivityType.SESSION_STARTED,
          ActivityType.SESSION_STARTED,
          ActivityType.SESSION_JOINED,
          ActivityType.SESSION_JOINED,
          ActivityType.SESSION_JOINED);

  private static final List<String> VERDICTS = List.of("yes", "partial", "no", "maybe");
  private static final List<String> NO_COUNTS =
      List.of("", "-1", "+1", "1.5", "1e6", "1000000000000", "１", "many");

  private final Random random;
  private final SessionRules rules;
  private final double cutShare;

  /**
   * @param cutShare how many of the activities are starts, ends and joins, 0 to 1
   */
  public RandomStreams(long seed, SessionRules rules, double cutShare) {
    random = new Random(seed);
    this.rules = rules;
    this.cutShare = cutShare;
  }

  /** In the order they happened. */
  public List<Activity> next(int length) {
    List<Activity> stream = new ArrayList<>();
    Instant time = START;
    for (int i = 0; i < length; i++) {
      time = time.plusMillis(step());
      stream.add(activity(time));
    }
    return stream;
  }

  private long step() {
    long gap = rules.inactivityGap().toMillis();
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> gap;
      case 2 -> gap + 1;
      case 3 -> gap + random.nextLong(gap);
      case 4 -> rules.activeGap().toMillis() + random.nextInt(2);
      case 5, 6 -> random.nextLong(gap);
      default -> random.nextLong(rules.activeGap().toMillis());
    };
  }

  private Activity activity(Instant time) {
    ActivityType type = type();
    ActivityBuilder builder =
        Activity.builder(new UUID(random.nextLong(), random.nextLong()), type)
            .occurredAt(time)
            .owner("ada")
            .machine("machine-" + random.nextInt(3))
            .aiInvolved(random.nextBoolean());
    switch (type) {
      case TASK_CREATED -> builder.taskId(task()).taskStatus(statusAtFirst());
      case TASK_TODO, TASK_IN_PROGRESS -> builder.taskId(task()).tags(List.of("of-the-task"));
      case TASK_COMPLETED -> builder.taskId(random.nextInt(5) == 0 ? null : task());
      case FILE_MODIFIED, FILE_MENTIONED ->
          builder
              .filePath("src/File" + random.nextInt(5) + ".java")
              .linesAdded(random.nextInt(50))
              .linesRemoved(random.nextInt(50));
      case CODE_MEASURED -> builder.linesAdded(random.nextInt(9)).linesRemoved(random.nextInt(9));
      case SESSION_STARTED -> builder.body(goal()).tags(tags());
      case GOAL_SET -> builder.body(goal()).attributes(mend(time));
      case TAGS_ADDED, TAGS_REMOVED -> builder.tags(tags());
      case PROJECT_SWITCHED ->
          builder.project("project-" + random.nextInt(3)).attributes(mend(time));
      case MODEL_CHANGED -> builder.aiModel("model-" + random.nextInt(3));
      case TOKENS_USED -> builder.aiModel("model-" + random.nextInt(3)).attributes(usage());
      case GOAL_EVALUATED ->
          builder
              .body(random.nextBoolean() ? "because " + random.nextInt(100) : null)
              .attributes(Map.of("verdict", VERDICTS.get(random.nextInt(VERDICTS.size()))));
      default -> {}
    }
    return builder.build();
  }

  private UUID task() {
    return new UUID(0, random.nextInt(4));
  }

  private @Nullable String statusAtFirst() {
    return switch (random.nextInt(6)) {
      case 0 -> "in_progress";
      case 1 -> "completed";
      default -> null;
    };
  }

  private List<String> tags() {
    return random.nextBoolean()
        ? List.of("tag-" + random.nextInt(3))
        : List.of("tag-" + random.nextInt(3), "tag-a");
  }

  private @Nullable String goal() {
    return random.nextBoolean() ? "goal " + random.nextInt(100) : null;
  }

  /** Some are mends: told later than they are dated, or so they say. */
  private Map<String, String> mend(Instant time) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> Map.of("mendedAt", time.plusMillis(step() * random.nextInt(4)).toString());
      case 2 -> Map.of("mendedAt", random.nextBoolean() ? "yesterday" : "2026-01-01T00:00:00Z");
      default -> Map.of();
    };
  }

  /** What is no count must do no harm. */
  private Map<String, String> usage() {
    Map<String, String> usage = new HashMap<>();
    for (String kind : TokenAttributes.NAMES) {
      if (random.nextInt(3) > 0) {
        usage.put(
            kind,
            random.nextInt(6) == 0
                ? NO_COUNTS.get(random.nextInt(NO_COUNTS.size()))
                : Long.toString(random.nextLong(TokenAttributes.MOST + 1)));
      }
    }
    return usage;
  }

  private ActivityType type() {
    if (random.nextDouble() < cutShare) {
      return CUTS.get(random.nextInt(CUTS.size()));
    }
    return random.nextInt(6) == 0
        ? ActivityType.CLIENT_CONNECTED
        : ORDINARY.get(random.nextInt(ORDINARY.size()));
  }
}
