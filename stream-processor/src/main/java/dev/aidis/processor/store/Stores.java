package dev.aidis.processor.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stores of one partition. Their names are part of the changelog topics' names and never
 * change.
 *
 * @param current the newest session of each tracker key; none where that was forgotten, until
 *     {@link StoredHistory} looks again
 * @param past all older sessions, by tracker key and first position
 * @param activities what happened, by tracker key and position: to insert between neighbours and to
 *     cut late
 * @param seen when each activity id was appended first: duplicates are dropped by it
 * @param members the distinct files and tasks of each session
 * @param deadlines when to look whether a session has timed out
 */
public record Stores(
    CurrentSessions current,
    StagedStore past,
    StagedStore activities,
    StagedStore seen,
    StagedStore members,
    StagedStore deadlines) {

  private static final String CURRENT = "current-sessions";
  private static final String PAST = "past-sessions";
  private static final String ACTIVITIES = "activities";
  private static final String SEEN = "seen-activities";
  private static final String MEMBERS = "session-members";
  private static final String DEADLINES = "deadlines";

  /** The stores that are asked for a key with most activities, and mostly do not hold it. */
  public static final Set<String> MOSTLY_ASKED_IN_VAIN = Set.of(SEEN, MEMBERS);

  /** The stores to connect to the processor. */
  public static List<StoreBuilder<?>> builders() {
    return List.of(
        builder(CURRENT),
        builder(PAST),
        builder(ACTIVITIES),
        builder(SEEN),
        builder(MEMBERS),
        builder(DEADLINES));
  }

  /** The stores of the task; what is put into them takes effect with {@link #apply}. */
  public static Stores of(ProcessingContext context) {
    return new Stores(
        new CurrentSessions(context.getStateStore(CURRENT)),
        staged(context, PAST),
        staged(context, ACTIVITIES),
        staged(context, SEEN),
        staged(context, MEMBERS),
        staged(context, DEADLINES));
  }

  /**
   * Lets everything take effect that was put or deleted since the last call of this or of {@link
   * #discard}.
   */
  public void apply() {
    current.apply();
    staged().forEach(StagedStore::apply);
  }

  /** Writes what was applied and is not in the stores yet; to be called before each commit. */
  public void write() {
    current.write();
  }

  /** Whether {@link #apply} changed anything since this was last asked. */
  public boolean takeChanged() {
    boolean changed = current.takeChanged();
    for (StagedStore store : staged()) {
      changed |= store.takeChanged();
    }
    return changed;
  }

  /** Forgets it instead. */
  public void discard() {
    current.discard();
    staged().forEach(StagedStore::discard);
  }

  private List<StagedStore> staged() {
    return List.of(past, activities, seen, members, deadlines);
  }

  private static StagedStore staged(ProcessingContext context, String name) {
    return new StagedStore(context.getStateStore(name));
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            WriteBehindStore.over(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name)),
            Serdes.Bytes(),
            Serdes.ByteArray())
        .withLoggingEnabled(Map.of());
  }
}
