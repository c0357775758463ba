package dev.aidis.processor.timeout;

import dev.aidis.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what is committed with what is in the topic, for the partitions that it was asked about.
 * Asking is free of waiting: an answer is what the looks so far found, and asking starts the next
 * look when the last one is old. Thread-safe.
 */
public final class KafkaBacklog implements Backlog {
  private static final Logger log = LoggerFactory.getLogger(KafkaBacklog.class);
  private static final Duration FRESH = Duration.ofMillis(250);
  private static final Duration GIVE_UP = Duration.ofSeconds(10);

  private final Admin admin;
  private final String applicationId;
  private final Clock clock;
  private final Map<Integer, Progress> progress = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> lastLook = new AtomicReference<>(Instant.MIN);
  private volatile boolean looking;

  public KafkaBacklog(Admin admin, String applicationId, Clock clock) {
    this.admin = admin;
    this.applicationId = applicationId;
    this.clock = clock;
  }

  @Override
  public Instant processedUpTo(int partition) {
    Progress known = of(partition);
    Instant now = clock.instant();
    Instant last = lastLook.get();
    boolean old = last.isBefore(now.minus(looking ? GIVE_UP : FRESH));
    if (old && lastLook.compareAndSet(last, now)) {
      look(now);
    }
    synchronized (known) {
      return known.processedUpTo();
    }
  }

  @Override
  public boolean looksBehind(int partition) {
    Progress known = of(partition);
    synchronized (known) {
      return known.isAwaiting();
    }
  }

  private Progress of(int partition) {
    return progress.computeIfAbsent(partition, any -> new Progress());
  }

  /**
   * First the ends, then what is committed: what was appended before {@code asOf} lies before the
   * ends.
   */
  private void look(Instant asOf) {
    looking = true;
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition : progress.keySet()) {
      latest.put(new TopicPartition(Topics.ACTIVITIES, partition), OffsetSpec.latest());
    }
    var _ =
        admin
            .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .all()
            .toCompletionStage()
            .thenCompose(ends -> committed().thenAccept(done -> compare(ends, done, asOf)))
            .whenComplete(
                (done, failure) -> {
                  looking = false;
                  if (failure != null) {
                    warn(failure);
                  }
                });
  }

  private CompletionStage<Map<TopicPartition, OffsetAndMetadata>> committed() {
    return admin
        .listConsumerGroupOffsets(applicationId)
        .partitionsToOffsetAndMetadata()
        .toCompletionStage();
  }

  private void compare(
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, OffsetAndMetadata> committed,
      Instant asOf) {
    ends.forEach((partition, end) -> note(partition, end, committed, asOf));
  }

  private void note(
      TopicPartition partition,
      ListOffsetsResultInfo end,
      Map<TopicPartition, OffsetAndMetadata> committed,
      Instant asOf) {
    OffsetAndMetadata position = committed.get(partition);
    Progress known = of(partition.partition());
    synchronized (known) {
      known.note(asOf, end.offset(), position == null ? 0 : position.offset());
    }
  }

  private static void warn(Throwable failure) {
    log.warn(
        "cannot see how far {} is processed, so no session is timed out until the next look: {}",
        Topics.ACTIVITIES,
        failure.toString());
  }
}
