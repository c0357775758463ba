package dev.aidis.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics, their names and how they are kept. All but {@link #TOKENS} are keyed by {@link
 * TrackerKey#toString()}.
 */
public final class Topics {
  /** Every activity, as received: the log of record, kept for ever. */
  public static final String ACTIVITIES = "aidis.activities";

  /** One {@link SessionUpdate} for each activity processed and each timeout. */
  public static final String SESSION_UPDATES = "aidis.session-updates";

  /** What could not be read or processed, as it came, with the reason in headers. Kept for ever. */
  public static final String DEAD_LETTERS = "aidis.dead-letters";

  /**
   * The last that is known of each access token, keyed by its id. In one partition; for ever.
   * Written and read by ingest-service alone.
   */
  public static final String TOKENS = "aidis.tokens";

  /**
   * Chosen once: changing it later would send a tracker key to another partition than its state.
   */
  public static final int DEFAULT_PARTITIONS = 12;

  /**
   * What a record may weigh. The largest activity that {@link ActivityLimits} allows has 1.0 MB,
   * and an update carries sessions besides, so Kafka's default of 1 MiB is too small. Producers
   * must be given the same as their {@code max.request.size}.
   */
  public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

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

  /** The topic of a {@link Replay}'s updates: kept until it is deleted. */
  public static NewTopic ofReplay(String name, int partitions, short replicationFactor) {
    return topic(name, partitions, replicationFactor, Map.of("retention.ms", "-1"));
  }

  /** The topic of the access tokens. */
  public static NewTopic ofTokens(short replicationFactor) {
    return new NewTopic(TOKENS, 1, replicationFactor)
        .configs(Map.of("cleanup.policy", "compact", "retention.ms", "-1"));
  }

  private static NewTopic topic(
      String name, int partitions, short replicationFactor, Map<String, String> retention) {
    Map<String, String> settings = new HashMap<>(retention);
    settings.put("cleanup.policy", "delete");
    settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
    settings.put("message.timestamp.type", "LogAppendTime");
    return new NewTopic(name, partitions, replicationFactor).configs(settings);
  }
}
