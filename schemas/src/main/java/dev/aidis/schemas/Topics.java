package dev.aidis.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics, their names and how they are kept. All are keyed by {@link TrackerKey#toString()}.
 */
public final class Topics {
  /** Every activity, as received: the log of record, kept for ever. */
  public static final String ACTIVITIES = "aidis.activities";

  /** One {@link SessionUpdate} for each activity processed and each timeout. */
  public static final String SESSION_UPDATES = "aidis.session-updates";

  /** What could not be read or processed, as it came, with the reason in headers. Kept for ever. */
  public static final String DEAD_LETTERS = "aidis.dead-letters";

  /**
   * Chosen once: changing it later would send a tracker key to another partition than its state.
   */
  public static final int DEFAULT_PARTITIONS = 12;

  private static final Duration UPDATES_KEPT = Duration.ofDays(7);

  private Topics() {}

  /**
   * The definitions to create them by.
   *
   * @param partitions the same for all three; see {@link #DEFAULT_PARTITIONS}
   * @param replicationFactor 1 for a single broker
   */
  public static List<NewTopic> definitions(int partitions, short replicationFactor) {
    return List.of(
        topic(ACTIVITIES, partitions, replicationFactor, Map.of("retention.ms", "-1")),
        topic(
            SESSION_UPDATES,
            partitions,
            replicationFactor,
            Map.of("retention.ms", Long.toString(UPDATES_KEPT.toMillis()))),
        topic(DEAD_LETTERS, partitions, replicationFactor, Map.of("retention.ms", "-1")));
  }

  private static NewTopic topic(
      String name, int partitions, short replicationFactor, Map<String, String> retention) {
    Map<String, String> settings = new java.util.HashMap<>(retention);
    settings.put("cleanup.policy", "delete");
    settings.put("message.timestamp.type", "LogAppendTime");
    return new NewTopic(name, partitions, replicationFactor).configs(settings);
  }
}
