package dev.aidis.benchmarks.processor;

import dev.aidis.benchmarks.kafka.ActivityProducer;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Activities as a team's day brings them: every tracker key works through the same weeks, mostly a
 * few minutes apart, now and then past the gap. In order for each key; no cuts, so that the DSL's
 * session windows find the same sessions.
 *
 * @param records how many
 * @param trackerKeys over how many keys they are spread evenly
 */
record ActivityLoad(int records, int trackerKeys) {
  private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
  private static final int SEED = 20_261_122;
  private static final List<ActivityType> TYPES =
      List.of(
          ActivityType.FILE_MODIFIED,
          ActivityType.FILE_MODIFIED,
          ActivityType.TOOL_USED,
          ActivityType.PROMPT_SUBMITTED,
          ActivityType.TASK_CREATED,
          ActivityType.TASK_COMPLETED,
          ActivityType.CONTEXT_ADDED,
          ActivityType.DECISION_MADE);

  /** Produces them to {@link Topics#ACTIVITIES}. */
  void produce(String bootstrapServers) {
    Random random = new Random(SEED);
    @Nullable Instant[] clocks = new Instant[trackerKeys];
    try (ActivityProducer producer = new ActivityProducer(bootstrapServers)) {
      for (int i = 0; i < records; i++) {
        int key = i % trackerKeys;
        Instant occurredAt = next(clocks[key], random);
        clocks[key] = occurredAt;
        producer.send(activity("owner-" + key, occurredAt, random));
      }
      producer.flush();
    }
  }

  private static Instant next(@Nullable Instant before, Random random) {
    if (before == null) {
      return START.plusSeconds(random.nextInt(3_600));
    }
    return before.plusSeconds(
        random.nextInt(60) == 0 ? 8_000 + random.nextInt(40_000) : 20 + random.nextInt(400));
  }

  private static Activity activity(String owner, Instant occurredAt, Random random) {
    ActivityType type = TYPES.get(random.nextInt(TYPES.size()));
    ActivityBuilder builder =
        Activity.builder(new UUID(random.nextLong(), random.nextLong()), type)
            .occurredAt(occurredAt)
            .owner(owner)
            .machine("laptop")
            .client("claude-code/2.1.330")
            .project("aidis")
            .repo("git@example.org:aidis/tracker.git")
            .branch("main")
            .aiModel("claude-sonnet-4-5")
            .aiInvolved(true)
            .description("What happened, in a line of the usual length");
    switch (type) {
      case FILE_MODIFIED ->
          builder
              .filePath("src/main/java/dev/aidis/File" + random.nextInt(40) + ".java")
              .linesAdded(random.nextInt(60))
              .linesRemoved(random.nextInt(30));
      case TASK_CREATED, TASK_COMPLETED -> builder.taskId(new UUID(1, random.nextInt(1_000)));
      default -> {}
    }
    return builder.build();
  }
}
