package dev.aidis.sink.intake;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records of the updates topic, made for tests. */
final class Records {
  static final TopicPartition PARTITION = new TopicPartition(Topics.SESSION_UPDATES, 3);

  private Records() {}

  /** An update without a session, told by a heartbeat with that description. */
  static ConsumerRecord<byte[], byte[]> update(long offset, String description) {
    return update(
        offset, activity(offset, ActivityType.HEARTBEAT).description(description).build());
  }

  /** The same, told by the creation of a task. */
  static ConsumerRecord<byte[], byte[]> taskCreated(long offset, UUID id, String title) {
    return update(
        offset, activity(offset, ActivityType.TASK_CREATED).taskId(id).title(title).build());
  }

  private static ActivityBuilder activity(long offset, ActivityType type) {
    return Activity.builder(new UUID(0, offset), type)
        .occurredAt(Instant.parse("2026-03-02T09:00:00Z"))
        .owner("ada")
        .machine("laptop");
  }

  private static ConsumerRecord<byte[], byte[]> update(long offset, Activity activity) {
    SessionUpdate update =
        new SessionUpdate(activity.trackerKey(), activity, null, List.of(), List.of(), false);
    return record(offset, WireCodecs.SESSION_UPDATE.encode(update));
  }

  static ConsumerRecord<byte[], byte[]> record(long offset, byte[] value) {
    return new ConsumerRecord<>(
        PARTITION.topic(),
        PARTITION.partition(),
        offset,
        "ada/main".getBytes(StandardCharsets.UTF_8),
        value);
  }
}
