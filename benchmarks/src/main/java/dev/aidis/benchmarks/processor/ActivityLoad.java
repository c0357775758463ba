package dev.aidis.benchmarks.processor;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "compression.type",
            "lz4",
            "linger.ms",
            20,
            "batch.size",
            256 << 10,
            "acks",
            "all");
    AtomicReference<@Nullable Exception> lost = new AtomicReference<>();
    @Nullable Instant[] clocks = new Instant[trackerKeys];
    try (var producer = new KafkaProducer<>(config, bytes, bytes)) {
      for (int i = 0; i < records; i++) {
        int key = i % trackerKeys;
        Instant occurredAt = next(clocks[key], random);
        clocks[key] = occurredAt;
        Activity activity = activity("owner-" + key, occurredAt, random);
        byte[] trackerKey = activity.trackerKey().toString().getBytes(StandardCharsets.UTF_8);
        byte[] value = WireCodecs.ACTIVITY.encode(activity);
        var _ =
            producer.send(
                new ProducerRecord<>(Topics.ACTIVITIES, trackerKey, value),
                (metadata, failure) -> {
                  if (failure != null) {
                    lost.compareAndSet(null, failure);
                  }
                });
      }
    }
    if (lost.get() != null) {
      throw new IllegalStateException("the load could not be produced", lost.get());
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
