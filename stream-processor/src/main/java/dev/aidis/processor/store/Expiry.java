package dev.aidis.processor.store;

import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.serde.WireCodecs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Removes from the stores of one partition what is not remembered any more, in bounded steps. Only
 * frees space: {@link StoredHistory} and {@link SeenActivities} do not see it since it was due. Not
 * thread-safe.
 */
public final class Expiry {
  /** Entries looked at, or activities removed, in one step and store. */
  private static final int STEP = 1_000;

  private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);

  private final Stores stores;
  private final Sweep seen;
  private final Sweep past;
  private final Sweep current;
  private Instant nextRound = Instant.EPOCH;

  public Expiry(Stores stores) {
    this.stores = stores;
    seen = new Sweep(stores.seen());
    past = new Sweep(stores.past());
    current = new Sweep(stores.current().store());
  }

  /**
   * Does the next bit.
   *
   * @param now by the wall clock; there is about an hour between two rounds through the stores
   * @param forgetBefore by the log's time: what was not touched since then goes
   */
  public void step(Instant now, Instant forgetBefore) {
    if (now.isBefore(nextRound)) {
      return;
    }
    boolean seenDone = seen.step(STEP, entry -> forgetSeen(entry, forgetBefore));
    boolean pastDone = past.step(STEP, entry -> forgetPast(entry, forgetBefore));
    boolean currentDone = current.step(STEP, entry -> forgetCurrent(entry, forgetBefore));
    if (seenDone && pastDone && currentDone) {
      nextRound = now.plus(BETWEEN_ROUNDS);
    }
  }

  private void forgetSeen(KeyValue<Bytes, byte[]> entry, Instant forgetBefore) {
    if (SeenActivities.appendedAt(entry.value).isBefore(forgetBefore)) {
      stores.seen().delete(entry.key);
      stores.apply();
    }
  }

  private void forgetPast(KeyValue<Bytes, byte[]> entry, Instant forgetBefore) {
    Session session = WireCodecs.SESSION.decode(entry.value);
    Bytes tracker = StoreKeys.tracker(session.trackerKey());
    if (isOver(session, forgetBefore) && removeContents(tracker, session)) {
      stores.past().delete(entry.key);
    }
    stores.apply();
  }

  /** What is not written yet is younger than what is forgotten. */
  private void forgetCurrent(KeyValue<Bytes, byte[]> entry, Instant forgetBefore) {
    CurrentSession written = CurrentSession.decode(entry.value);
    if (written.session() == null || !isOver(written.session(), forgetBefore)) {
      return;
    }
    CurrentSession value = stores.current().get(entry.key);
    Session session = value.session();
    if (session == null || !isOver(session, forgetBefore)) {
      return;
    }
    if (removeContents(entry.key, session)) {
      stores.current().put(entry.key, rest(entry.key, value, forgetBefore));
    }
    stores.apply();
  }

  /** An open session is still to be timed out, however long ago it was touched (in a replay). */
  private static boolean isOver(Session session, Instant forgetBefore) {
    return session.closure() != Closure.OPEN && session.touchedAt().isBefore(forgetBefore);
  }

  /**
   * What is left of a tracker key whose newest session is forgotten: nothing, or a loose end told
   * since. If older sessions are left, {@link StoredHistory} makes the last of them the newest.
   */
  private CurrentSession rest(Bytes tracker, CurrentSession value, Instant forgetBefore) {
    Position looseEnd = value.looseEnd();
    if (looseEnd == null) {
      return CurrentSession.NONE;
    }
    Bytes key = StoreKeys.of(tracker, looseEnd);
    byte[] activity = stores.activities().get(key);
    if (activity == null) {
      return CurrentSession.NONE;
    }
    if (RememberedActivity.appendedAt(RememberedActivity.decode(activity)).isBefore(forgetBefore)) {
      stores.activities().delete(key);
      return CurrentSession.NONE;
    }
    return new CurrentSession(null, looseEnd);
  }

  /** Returns whether nothing is left; a long session goes in several rounds. */
  private boolean removeContents(Bytes tracker, Session session) {
    return remove(
            stores.activities(),
            StoreKeys.of(tracker, session.first()),
            StoreKeys.of(tracker, session.last()))
        && remove(
            stores.members(),
            StoreKeys.firstMember(session.id()),
            StoreKeys.lastMember(session.id()));
  }

  private static boolean remove(StagedStore store, Bytes first, Bytes last) {
    List<Bytes> keys = new ArrayList<>();
    boolean complete;
    try (KeyValueIterator<Bytes, byte[]> range = store.range(first, last)) {
      while (range.hasNext() && keys.size() < STEP) {
        keys.add(range.next().key);
      }
      complete = !range.hasNext();
    }
    keys.forEach(store::delete);
    return complete;
  }
}
