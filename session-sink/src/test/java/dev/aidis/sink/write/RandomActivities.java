package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.TokenAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes streams of one tracker key in which everything that the sink keeps happens often. */
final class RandomActivities {
  private static final List<ActivityType> TYPES =
      List.of(
          ActivityType.TASK_CREATED,
          ActivityType.TASK_TODO,
          ActivityType.TASK_IN_PROGRESS,
          ActivityType.TASK_COMPLETED,
          ActivityType.CONTEXT_ADDED,
          ActivityType.DECISION_MADE,
          ActivityType.FILE_MODIFIED,
          ActivityType.FILE_MODIFIED,
          ActivityType.FILE_MENTIONED,
          ActivityType.CODE_MEASURED,
          ActivityType.NOTE_ADDED,
          ActivityType.TOKENS_USED,
          ActivityType.GOAL_EVALUATED,
          ActivityType.SESSION_STARTED,
          ActivityType.SESSION_ENDED,
          ActivityType.SESSION_JOINED,
          ActivityType.SESSION_PAUSED,
          ActivityType.CLIENT_CONNECTED);

  private final Random random;
  private final String owner;

  RandomActivities(Random random, String owner) {
    this.random = random;
    this.owner = owner;
  }

  /** In the order they happened, across the end of a month. */
  List<Activity> next(int length) {
    List<Activity> stream = new ArrayList<>();
    Instant time = Instant.parse("2026-01-31T12:00:00Z");
    for (int i = 0; i < length; i++) {
      time = time.plus(step());
      stream.add(activity(time));
    }
    return stream;
  }

  private Duration step() {
    return switch (random.nextInt(8)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofHours(2);
      case 2 -> Duration.ofMinutes(121 + random.nextInt(200));
      default -> Duration.ofMinutes(random.nextInt(50));
    };
  }

  private Activity activity(Instant time) {
    ActivityType type = TYPES.get(random.nextInt(TYPES.size()));
    ActivityBuilder builder =
        Activity.builder(new UUID(random.nextLong(), random.nextLong()), type)
            .occurredAt(time)
            .owner(owner)
            .machine("machine-" + random.nextInt(2))
            .project("project-" + random.nextInt(3))
            .aiInvolved(random.nextBoolean());
    if (type.isTask()) {
      builder.taskId(id(1, random.nextInt(4))).title(maybe("task"));
    } else if (type == ActivityType.CONTEXT_ADDED) {
      builder.contextId(id(2, random.nextInt(3))).title(maybe("context")).body("content");
    } else if (type == ActivityType.DECISION_MADE) {
      builder.decisionId(id(3, random.nextInt(3))).title("decision " + random.nextInt(9));
    } else if (type == ActivityType.TOKENS_USED) {
      builder.aiModel("model-" + random.nextInt(2));
      TokenAttributes.NAMES.forEach(name -> builder.attribute(name, count()));
    } else if (type == ActivityType.GOAL_EVALUATED) {
      builder.attribute(GoalVerdict.ATTRIBUTE, random.nextBoolean() ? "yes" : "no");
      builder.body(maybe("because"));
    } else {
      builder
          .filePath("File" + random.nextInt(4) + ".java")
          .linesAdded(random.nextInt(9))
          .linesRemoved(random.nextInt(9))
          .taskId(random.nextInt(4) == 0 ? id(1, random.nextInt(6)) : null)
          .body(maybe("note"));
    }
    return builder.build();
  }

  /** One in four is no count. */
  private String count() {
    return random.nextInt(4) == 0 ? "-" + random.nextInt(9) : "" + random.nextInt(100_000);
  }

  private String maybe(String word) {
    return word + " " + random.nextInt(100);
  }

  /** One of each kind is called the same by all owners. */
  private UUID id(int kind, int number) {
    return new UUID(kind, number == 0 ? 0 : ((long) owner.hashCode() << 8) + number);
  }
}
