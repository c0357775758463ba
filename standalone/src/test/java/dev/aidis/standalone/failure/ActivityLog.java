package dev.aidis.standalone.failure;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.DeadLetter.Source;
import dev.aidis.schemas.Topics;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that was told, as the log of record has it: by tracker key, in its order. */
final class ActivityLog {
  /** An activity, and when the broker got it. */
  record Told(Activity activity, Instant appendedAt) {}

  private final Map<TrackerKey, List<Told>> byKey = new HashMap<>();
  private final Set<UUID> ids = new HashSet<>();
  private final Set<Source> unreadable = new HashSet<>();

  private ActivityLog() {}

  /** Reads the log up to its end of now. */
  static ActivityLog read(String bootstrapServers) {
    ActivityLog log = new ActivityLog();
    try (TopicReader topic = new TopicReader(bootstrapServers, Topics.ACTIVITIES)) {
      topic.readToEnd(log::add);
    }
    return log;
  }

  private void add(ConsumerRecord<byte[], byte[]> consumed) {
    Activity activity = Decoded.activity(consumed);
    if (activity == null) {
      unreadable.add(Decoded.sourceOf(consumed));
      return;
    }
    byKey
        .computeIfAbsent(activity.trackerKey(), key -> new ArrayList<>())
        .add(new Told(activity, Instant.ofEpochMilli(consumed.timestamp())));
    ids.add(activity.id());
  }

  Map<TrackerKey, List<Told>> byKey() {
    return byKey;
  }

  /** Each once, however often it was told. */
  Set<UUID> ids() {
    return ids;
  }

  /** Where records lie that are no activities. */
  Set<Source> unreadable() {
    return unreadable;
  }
}
