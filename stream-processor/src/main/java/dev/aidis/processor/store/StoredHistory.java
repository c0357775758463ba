package dev.aidis.processor.store;

import dev.aidis.domain.SessionMembers;
import dev.aidis.domain.TrackerHistory;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.schemas.serde.WireCodecs;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * The history of one tracker key in the stores, at one moment. Sessions that were not touched since
 * {@code forgetBefore} are not there any more, whether or not they have been removed from the
 * stores yet: so a replay forgets the same.
 */
public final class StoredHistory implements TrackerHistory {
  private final Stores stores;
  private final StoredMembers members;
  private final Bytes tracker;
  private final Instant now;
  private final Instant forgetBefore;
  private CurrentSession current;

  /**
   * @param now when the activity at hand was appended
   * @param forgetBefore {@code now} less the retention
   */
  public StoredHistory(Stores stores, TrackerKey trackerKey, Instant now, Instant forgetBefore) {
    this(stores, StoreKeys.tracker(trackerKey), now, forgetBefore);
  }

  /** The same for the tracker key as records have it for their key. */
  public StoredHistory(Stores stores, Bytes trackerKey, Instant now, Instant forgetBefore) {
    this.stores = stores;
    this.now = now;
    this.forgetBefore = forgetBefore;
    members = new StoredMembers(stores.members());
    tracker = trackerKey;
    current = stores.current().get(tracker);
    if (current.session() == null) {
      findNewest();
    }
  }

  /**
   * Retention goes by touch, so the newest session may have been removed while older ones, touched
   * since, are still there: then the last of them is the newest. Of a tracker key that has no past
   * either, nothing changes.
   */
  private void findNewest() {
    Session newest;
    try (KeyValueIterator<Bytes, byte[]> downwards =
        stores.past().reverseRange(StoreKeys.first(tracker), StoreKeys.last(tracker))) {
      newest = downwards.hasNext() ? WireCodecs.SESSION.decode(downwards.next().value) : null;
    }
    if (newest != null) {
      stores.past().delete(StoreKeys.of(tracker, newest.first()));
      save(new CurrentSession(newest, looseEndAfter(newest.last())));
    }
  }

  private @Nullable Position looseEndAfter(Position position) {
    try (KeyValueIterator<Bytes, byte[]> downwards =
        stores
            .activities()
            .reverseRange(StoreKeys.of(tracker, position), StoreKeys.last(tracker))) {
      Position last =
          downwards.hasNext()
              ? RememberedActivity.decode(downwards.next().value).position()
              : position;
      return last.isAfter(position) ? last : null;
    }
  }

  @Override
  public @Nullable Session latest() {
    Session newest = remembered(current.session());
    if (newest != null || current.session() == null) {
      return newest;
    }
    try (KeyValueIterator<Bytes, byte[]> downwards =
        stores.past().reverseRange(StoreKeys.first(tracker), StoreKeys.last(tracker))) {
      return firstRemembered(downwards);
    }
  }

  @Override
  public @Nullable Position frontier() {
    return current.frontier();
  }

  @Override
  public @Nullable Session atOrBefore(Position position) {
    Session newest = remembered(current.session());
    if (newest != null && !newest.first().isAfter(position)) {
      return newest;
    }
    try (KeyValueIterator<Bytes, byte[]> downwards =
        stores.past().reverseRange(StoreKeys.first(tracker), StoreKeys.of(tracker, position))) {
      return firstRemembered(downwards);
    }
  }

  @Override
  public @Nullable Session after(Position position) {
    try (KeyValueIterator<Bytes, byte[]> upwards =
        stores.past().range(StoreKeys.of(tracker, position), StoreKeys.last(tracker))) {
      while (upwards.hasNext()) {
        Session session = remembered(WireCodecs.SESSION.decode(upwards.next().value));
        if (session != null && session.first().isAfter(position)) {
          return session;
        }
      }
    }
    Session newest = remembered(current.session());
    return newest != null && newest.first().isAfter(position) ? newest : null;
  }

  @Override
  public void replace(List<Session> old, List<Session> replacement) {
    if (old.isEmpty() && replacement.isEmpty()) {
      return;
    }
    Session newest = current.session();
    for (Session session : old) {
      if (newest != null && newest.first().equals(session.first())) {
        newest = null;
      } else {
        stores.past().delete(StoreKeys.of(tracker, session.first()));
      }
    }
    for (Session session : replacement) {
      if (newest == null || session.first().isAfter(newest.first())) {
        putPast(newest);
        newest = session;
      } else {
        putPast(session);
      }
    }
    save(new CurrentSession(newest, current.looseEnd()));
  }

  @Override
  public void add(Activity activity) {
    Position position = activity.position();
    stores
        .activities()
        .put(StoreKeys.of(tracker, position), RememberedActivity.encode(activity, now));
    Position frontier = current.frontier();
    boolean mayBeLoose = activity.kind() == ActivityType.SESSION_ENDED;
    if (mayBeLoose && (frontier == null || position.isAfter(frontier))) {
      save(new CurrentSession(current.session(), position));
    }
  }

  @Override
  public @Nullable Activity activityBefore(Position position) {
    try (KeyValueIterator<Bytes, byte[]> downwards =
        stores
            .activities()
            .reverseRange(StoreKeys.first(tracker), StoreKeys.of(tracker, position))) {
      return firstOther(downwards, position);
    }
  }

  @Override
  public @Nullable Activity activityAfter(Position position) {
    try (KeyValueIterator<Bytes, byte[]> upwards =
        stores.activities().range(StoreKeys.of(tracker, position), StoreKeys.last(tracker))) {
      return firstOther(upwards, position);
    }
  }

  @Override
  public void forEachActivity(Position first, Position last, Consumer<Activity> action) {
    try (KeyValueIterator<Bytes, byte[]> range =
        stores.activities().range(StoreKeys.of(tracker, first), StoreKeys.of(tracker, last))) {
      range.forEachRemaining(entry -> action.accept(RememberedActivity.decode(entry.value)));
    }
  }

  @Override
  public SessionMembers members() {
    return members;
  }

  private @Nullable Activity firstOther(
      KeyValueIterator<Bytes, byte[]> activities, Position position) {
    while (activities.hasNext()) {
      Activity activity = RememberedActivity.decode(activities.next().value);
      if (!activity.position().equals(position) && isRemembered(activity)) {
        return activity;
      }
    }
    return null;
  }

  /** An old activity is remembered as long as its session is. */
  private boolean isRemembered(Activity activity) {
    if (!RememberedActivity.appendedAt(activity).isBefore(forgetBefore)) {
      return true;
    }
    Session around = atOrBefore(activity.position());
    return around != null && !activity.position().isAfter(around.last());
  }

  private @Nullable Session firstRemembered(KeyValueIterator<Bytes, byte[]> sessions) {
    while (sessions.hasNext()) {
      Session session = remembered(WireCodecs.SESSION.decode(sessions.next().value));
      if (session != null) {
        return session;
      }
    }
    return null;
  }

  private @Nullable Session remembered(@Nullable Session session) {
    return session == null || session.touchedAt().isBefore(forgetBefore) ? null : session;
  }

  private void putPast(@Nullable Session session) {
    if (session != null) {
      stores.past().put(StoreKeys.of(tracker, session.first()), WireCodecs.SESSION.encode(session));
    }
  }

  private void save(CurrentSession newCurrent) {
    current = newCurrent;
    stores.current().put(tracker, current);
  }
}
