package dev.aidis.benchmarks.load;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Activities as assistants' hooks bring them, the same in every run: of a hundred, about 46 tool
 * uses, 22 files modified, 14 prompts, 6 mentions, 7 about tasks, 3 context items and 2 decisions.
 * Every tracker key works a few minutes apart, now and then past the gap.
 */
public final class AssistantLoad {
  private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
  private static final int SEED = 20_261_125;
  private static final Duration GAP = Duration.ofHours(2);

  private final String owners;
  private final Random random;
  private final @Nullable Instant[] clocks;
  private final List<@Nullable UUID> openTasks = new ArrayList<>();
  private final Expected expected = new Expected();

  private AssistantLoad(String owners, int trackerKeys) {
    this.owners = owners;
    this.random = new Random(SEED ^ (owners.equals("owner") ? 0 : owners.hashCode()));
    this.clocks = new Instant[trackerKeys];
    for (int key = 0; key < trackerKeys; key++) {
      openTasks.add(null);
    }
  }

  /** How many rows the tables must have in the end. */
  public static final class Expected {
    public int activities;
    public int sessions;
    int tasks;
    int contextItems;
    int decisions;
    int fileModifications;

    /** Counts those of the other too. */
    public void add(Expected other) {
      activities += other.activities;
      sessions += other.sessions;
      tasks += other.tasks;
      contextItems += other.contextItems;
      decisions += other.decisions;
      fileModifications += other.fileModifications;
    }
  }

  /** Makes that many activities, spread evenly, those of a tracker key in time order. */
  public static Expected generate(int activities, int trackerKeys, Consumer<Activity> each) {
    return generate("owner", activities, trackerKeys, each);
  }

  /**
   * @param owners what the names of the owners begin with; other names give other activities
   */
  public static Expected generate(
      String owners, int activities, int trackerKeys, Consumer<Activity> each) {
    AssistantLoad load = new AssistantLoad(owners, trackerKeys);
    for (int i = 0; i < activities; i++) {
      each.accept(load.next(i % trackerKeys));
    }
    return load.expected;
  }

  private Activity next(int key) {
    Instant before = clocks[key];
    Instant now =
        before == null
            ? START.plusSeconds(random.nextInt(3_600))
            : before.plusSeconds(
                random.nextInt(60) == 0
                    ? 8_000 + random.nextInt(40_000)
                    : 20 + random.nextInt(400));
    clocks[key] = now;
    expected.activities++;
    if (before == null || Duration.between(before, now).compareTo(GAP) > 0) {
      expected.sessions++;
    }
    return activity(key, now);
  }

  private Activity activity(int key, Instant occurredAt) {
    int dice = random.nextInt(100);
    ActivityType type =
        dice < 46
            ? ActivityType.TOOL_USED
            : dice < 68
                ? ActivityType.FILE_MODIFIED
                : dice < 82
                    ? ActivityType.PROMPT_SUBMITTED
                    : dice < 88
                        ? ActivityType.FILE_MENTIONED
                        : dice < 95
                            ? ActivityType.TASK_CREATED
                            : dice < 98 ? ActivityType.CONTEXT_ADDED : ActivityType.DECISION_MADE;
    UUID open = openTasks.get(key);
    if (type == ActivityType.TASK_CREATED && open != null) {
      type = ActivityType.TASK_COMPLETED;
    }
    ActivityBuilder builder =
        Activity.builder(new UUID(random.nextLong(), random.nextLong()), type)
            .occurredAt(occurredAt)
            .receivedAt(occurredAt.plusMillis(40))
            .owner(owners + "-" + key)
            .machine("laptop")
            .client("claude-code/2.1.330")
            .clientSession("5a2c9f0e-7a6f-4b43-a8e1-" + (1_000 + key))
            .project("project-" + key % 200)
            .repo("git@example.org:aidis/tracker.git")
            .branch("main")
            .aiModel("claude-sonnet-4-5")
            .aiProvider("anthropic")
            .aiInvolved(true)
            .description("What happened, in a line of the usual length");
    tell(type, key, open, builder);
    return builder.build();
  }

  private void tell(ActivityType type, int key, @Nullable UUID open, ActivityBuilder builder) {
    switch (type) {
      case TOOL_USED -> builder.attributes(Map.of("tool", "Bash"));
      case FILE_MODIFIED -> {
        expected.fileModifications++;
        builder.filePath(file()).linesAdded(random.nextInt(60)).linesRemoved(random.nextInt(30));
      }
      case FILE_MENTIONED -> builder.filePath(file());
      case PROMPT_SUBMITTED -> builder.body("Please make the tests of the sink say what they mean");
      case TASK_CREATED -> {
        expected.tasks++;
        UUID task = new UUID(random.nextLong(), random.nextLong());
        openTasks.set(key, task);
        builder.taskId(task).title("Make it work");
      }
      case TASK_COMPLETED -> {
        openTasks.set(key, null);
        builder.taskId(open);
      }
      case CONTEXT_ADDED -> {
        expected.contextItems++;
        builder.title("How the sink writes").body("In batches, one transaction each, and so on");
      }
      case DECISION_MADE -> {
        expected.decisions++;
        builder.title("Use Kafka").body("Because it is a log that can be read again");
      }
      default -> throw new IllegalStateException("the load has no " + type);
    }
  }

  private String file() {
    return "src/main/java/dev/aidis/File" + random.nextInt(40) + ".java";
  }
}
