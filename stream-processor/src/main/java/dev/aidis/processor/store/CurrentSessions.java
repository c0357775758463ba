package dev.aidis.processor.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The newest session of each tracker key. It changes with every activity: those that changed last
 * are kept as they are, in memory, and are written to their store before the next commit, so that a
 * session is encoded and logged once for all its activities since the last one.
 *
 * <p>Changes are held back until they are applied, as in a {@link StagedStore}. Not thread-safe:
 * belongs to one task.
 */
public final class CurrentSessions {
  /** So many bytes, about, of each partition are kept in memory at most. */
  public static final int MOST_BYTES = 2 << 20;

  static final int BYTES_OF_NONE = 200;

  private final KeyValueStore<Bytes, byte[]> store;
  private final int room;
  private long taken;

  /** By tracker key, the one that was used last at the end. */
  private final LinkedHashMap<Bytes, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private final List<Kept> unwritten = new ArrayList<>();
  private final Map<Bytes, CurrentSession> staged = new HashMap<>();
  private boolean hasChanged;

  private static final class Kept {
    final Bytes tracker;
    CurrentSession session;
    int bytes;
    boolean isWritten = true;

    Kept(Bytes tracker, CurrentSession session) {
      this.tracker = tracker;
      this.session = session;
    }
  }

  CurrentSessions(KeyValueStore<Bytes, byte[]> store) {
    this(store, MOST_BYTES);
  }

  /**
   * @param room bytes, about
   */
  CurrentSessions(KeyValueStore<Bytes, byte[]> store, int room) {
    this.store = store;
    this.room = room;
  }

  CurrentSession get(Bytes tracker) {
    CurrentSession atHand = staged.isEmpty() ? null : staged.get(tracker);
    return atHand == null ? kept(tracker).session : atHand;
  }

  private Kept kept(Bytes tracker) {
    Kept found = kept.get(tracker);
    if (found == null) {
      found = new Kept(tracker, CurrentSession.decode(store.get(tracker)));
      kept.put(tracker, found);
      resize(found);
      makeRoom();
    }
    return found;
  }

  private void resize(Kept sized) {
    taken -= sized.bytes;
    sized.bytes = bytesOf(sized.session);
    taken += sized.bytes;
  }

  /** All but the one that was used last may have to go; none goes that is not written. */
  private void makeRoom() {
    while (taken > room && kept.size() > 1) {
      Kept eldest = kept.pollFirstEntry().getValue();
      taken -= eldest.bytes;
      if (!eldest.isWritten) {
        write();
      }
    }
  }

  private static int bytesOf(CurrentSession current) {
    return current.session() == null ? BYTES_OF_NONE : MemoryOfSession.bytes(current.session());
  }

  /**
   * @param session {@link CurrentSession#NONE} if there is to be none
   */
  void put(Bytes tracker, CurrentSession session) {
    staged.put(tracker, session);
  }

  void apply() {
    if (staged.isEmpty()) {
      return;
    }
    staged.forEach(
        (tracker, session) -> {
          Kept changed = kept(tracker);
          changed.session = session;
          resize(changed);
          if (changed.isWritten) {
            changed.isWritten = false;
            unwritten.add(changed);
          }
        });
    staged.clear();
    makeRoom();
    hasChanged = true;
  }

  void discard() {
    staged.clear();
  }

  /** Whether anything was applied since this was last asked. */
  boolean takeChanged() {
    boolean since = hasChanged;
    hasChanged = false;
    return since;
  }

  /** Writes to the store what was applied, as has to be done before each commit. */
  void write() {
    unwritten.forEach(this::write);
    unwritten.clear();
  }

  private void write(Kept changed) {
    if (!changed.isWritten) {
      store.put(changed.tracker, encoded(changed.session));
      changed.isWritten = true;
    }
  }

  private static byte @Nullable [] encoded(CurrentSession session) {
    return session.session() == null && session.looseEnd() == null ? null : session.encode();
  }

  /** What was written, which may be older than what {@link #get} tells. */
  KeyValueStore<Bytes, byte[]> store() {
    return store;
  }
}
