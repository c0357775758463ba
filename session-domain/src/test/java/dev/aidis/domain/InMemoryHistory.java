package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A history in sorted maps: what the key-value stores do, without them. */
public final class InMemoryHistory implements TrackerHistory {
  private final TreeMap<Position, Session> sessions = new TreeMap<>();
  private final TreeMap<Position, Activity> activities = new TreeMap<>();
  private final InMemoryMembers members = new InMemoryMembers();

  public List<Session> sessions() {
    return List.copyOf(sessions.values());
  }

  /**
   * Forgets the sessions that were not touched since, with their activities, and what belongs to no
   * session and was received before.
   */
  public void forget(Instant before) {
    for (Session session : sessions()) {
      if (session.touchedAt().isBefore(before)) {
        sessions.remove(session.first());
        activities.subMap(session.first(), true, session.last(), true).clear();
        members.removeAll(session.id());
      }
    }
    activities
        .values()
        .removeIf(
            activity ->
                activity.receivedAt().isBefore(before) && !isInSession(activity.position()));
  }

  private boolean isInSession(Position position) {
    Session around = atOrBefore(position);
    return around != null && !position.isAfter(around.last());
  }

  @Override
  public @Nullable Session latest() {
    return valueOf(sessions.lastEntry());
  }

  @Override
  public @Nullable Position frontier() {
    return activities.isEmpty() ? null : activities.lastKey();
  }

  @Override
  public @Nullable Session atOrBefore(Position position) {
    return valueOf(sessions.floorEntry(position));
  }

  @Override
  public @Nullable Session after(Position position) {
    return valueOf(sessions.higherEntry(position));
  }

  @Override
  public void replace(List<Session> old, List<Session> now) {
    old.forEach(session -> sessions.remove(session.first()));
    now.forEach(session -> sessions.put(session.first(), session));
  }

  @Override
  public void add(Activity activity) {
    activities.put(activity.position(), activity);
  }

  @Override
  public @Nullable Activity activityBefore(Position position) {
    return valueOf(activities.lowerEntry(position));
  }

  @Override
  public @Nullable Activity activityAfter(Position position) {
    return valueOf(activities.higherEntry(position));
  }

  @Override
  public void forEachActivity(Position first, Position last, Consumer<Activity> action) {
    activities.subMap(first, true, last, true).values().forEach(action);
  }

  @Override
  public SessionMembers members() {
    return members;
  }

  private static <T> @Nullable T valueOf(Map.@Nullable Entry<Position, T> entry) {
    return entry == null ? null : entry.getValue();
  }

  private static final class InMemoryMembers implements SessionMembers {
    private record Key(UUID sessionId, Kind kind, UUID key) {}

    private final Map<Key, Member> members = new HashMap<>();

    @Override
    public @Nullable Member find(UUID sessionId, Kind kind, UUID key) {
      return members.get(new Key(sessionId, kind, key));
    }

    @Override
    public void put(UUID sessionId, Member member) {
      members.put(new Key(sessionId, member.kind(), member.key()), member);
    }

    @Override
    public List<Member> removeAll(UUID sessionId) {
      List<Key> keys =
          members.keySet().stream().filter(key -> key.sessionId().equals(sessionId)).toList();
      List<Member> removed = new ArrayList<>();
      keys.forEach(key -> removed.add(members.remove(key)));
      return removed;
    }
  }
}
