package dev.aidis.processor.store;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stores of one partition. Their names are part of the changelog topics' names and never
 * change.
 *
 * @param current the newest session of each tracker key, see {@link CurrentSession}
 * @param past all older sessions, by tracker key and first position
 * @param activities what happened, by tracker key and position: to insert between neighbours and to
 *     cut late
 * @param seen when each activity id was appended first: duplicates are dropped by it
 * @param members the distinct files and tasks of each session
 * @param deadlines when to look whether a session has timed out
 */
public record Stores(
    KeyValueStore<Bytes, byte[]> current,
    KeyValueStore<Bytes, byte[]> past,
    KeyValueStore<Bytes, byte[]> activities,
    KeyValueStore<Bytes, byte[]> seen,
    KeyValueStore<Bytes, byte[]> members,
    KeyValueStore<Bytes, byte[]> deadlines) {

  private static final String CURRENT = "current-sessions";
  private static final String PAST = "past-sessions";
  private static final String ACTIVITIES = "activities";
  private static final String SEEN = "seen-activities";
  private static final String MEMBERS = "session-members";
  private static final String DEADLINES = "deadlines";

  /**
   * The stores to connect to the processor. Only the current sessions are cached: they change with
   * every activity.
   */
  public static List<StoreBuilder<?>> builders() {
    return List.of(
        builder(CURRENT).withCachingEnabled(),
        builder(PAST),
        builder(ACTIVITIES),
        builder(SEEN),
        builder(MEMBERS),
        builder(DEADLINES));
  }

  public static Stores of(ProcessingContext context) {
    return new Stores(
        context.getStateStore(CURRENT),
        context.getStateStore(PAST),
        context.getStateStore(ACTIVITIES),
        context.getStateStore(SEEN),
        context.getStateStore(MEMBERS),
        context.getStateStore(DEADLINES));
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
            Serdes.Bytes(),
            Serdes.ByteArray())
        .withLoggingEnabled(Map.of());
  }
}
