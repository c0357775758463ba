package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.TrackerKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch comes to: the last revision of each session, each activity once with the session it
 * ends up in, and the sessions that are no more. Pure: it knows the database only by what had been
 * absorbed before.
 */
final class BatchPlan {
  private final Map<UUID, Session> sessions = new HashMap<>();
  private final Map<UUID, Absorption> absorbed = new LinkedHashMap<>();
  private final Map<UUID, PlacedActivity> activities = new LinkedHashMap<>();
  private final Set<UUID> recut = new HashSet<>();
  private final Set<TrackerKey> trackerKeys = new LinkedHashSet<>();
  private final UntoldActivities untold = new UntoldActivities();

  private BatchPlan() {}

  /**
   * Folds the updates in their order.
   *
   * @param absorbedBefore what the database knows of the sessions these updates name
   */
  static BatchPlan of(List<SessionUpdate> updates, Map<UUID, Absorption> absorbedBefore) {
    BatchPlan plan = new BatchPlan();
    for (SessionUpdate update : updates) {
      plan.trackerKeys.add(update.trackerKey());
      update.changed().forEach(session -> plan.change(session, absorbedBefore));
      plan.absorb(update);
      plan.untold.follow(update);
    }
    plan.place(updates, absorbedBefore);
    return plan;
  }

  /** All sessions that these updates name, in whatever role. */
  static Set<UUID> sessionsNamedBy(List<SessionUpdate> updates) {
    Set<UUID> named = new HashSet<>();
    for (SessionUpdate update : updates) {
      if (update.sessionId() != null) {
        named.add(update.sessionId());
      }
      update.changed().forEach(session -> named.add(session.id()));
      named.addAll(update.absorbed());
    }
    return named;
  }

  private void change(Session session, Map<UUID, Absorption> absorbedBefore) {
    if (!absorbed.containsKey(session.id()) && !absorbedBefore.containsKey(session.id())) {
      sessions.merge(
          session.id(), session, (old, other) -> old.revision() < other.revision() ? other : old);
    }
  }

  private void absorb(SessionUpdate update) {
    if (update.absorbed().isEmpty() && !update.resegmented()) {
      return;
    }
    update.changed().forEach(session -> recut.add(session.id()));
    recut.addAll(update.absorbed());
    if (update.changed().isEmpty()) {
      return;
    }
    UUID into = update.changed().getFirst().id();
    long revision =
        update.changed().stream().mapToLong(Session::revision).max().orElse(Long.MAX_VALUE);
    for (UUID id : update.absorbed()) {
      sessions.remove(id);
      absorbed.replaceAll((old, to) -> to.into().equals(id) ? to.movedTo(into) : to);
      absorbed.put(id, new Absorption(into, revision));
    }
  }

  private void place(List<SessionUpdate> updates, Map<UUID, Absorption> absorbedBefore) {
    Map<TrackerKey, NavigableMap<Position, Session>> recutSessions = recutSessionsByStart();
    for (SessionUpdate update : updates) {
      Activity activity = update.activity();
      if (activity != null) {
        UUID told = update.sessionId();
        UUID sessionId =
            told == null || recut.contains(told)
                ? sessionAround(activity, recutSessions.get(update.trackerKey()))
                : told;
        Absorption before = absorbedBefore.get(sessionId);
        activities.putIfAbsent(
            activity.id(),
            new PlacedActivity(activity, before == null ? sessionId : before.into()));
      }
    }
  }

  private Map<TrackerKey, NavigableMap<Position, Session>> recutSessionsByStart() {
    Map<TrackerKey, NavigableMap<Position, Session>> byKey = new HashMap<>();
    for (Session session : sessions.values()) {
      if (recut.contains(session.id())) {
        byKey
            .computeIfAbsent(session.trackerKey(), key -> new TreeMap<>())
            .put(untold.firstOf(session), session);
      }
    }
    return byKey;
  }

  private @Nullable UUID sessionAround(
      Activity activity, @Nullable NavigableMap<Position, Session> byStart) {
    Map.Entry<Position, Session> entry =
        byStart == null ? null : byStart.floorEntry(activity.position());
    return entry == null || untold.lastOf(entry.getValue()).isBefore(activity.position())
        ? null
        : entry.getValue().id();
  }

  /** The sessions to write, by start: new ones are numbered in this order. */
  List<Session> sessions() {
    return sessions.values().stream().sorted(Comparator.comparing(Session::first)).toList();
  }

  /** Each activity once, in order of arrival. */
  List<PlacedActivity> activities() {
    return new ArrayList<>(activities.values());
  }

  /** The sessions that are no more, with what they were merged into; that one is not in here. */
  Map<UUID, Absorption> absorbed() {
    return absorbed;
  }

  /** The sessions, absorbed ones included, whose activities are to be assigned anew by range. */
  Set<UUID> recut() {
    return recut;
  }

  /** The sessions that activities of recut ones can belong to. */
  Set<UUID> recutAndAlive() {
    Set<UUID> alive = new HashSet<>(recut);
    alive.removeAll(absorbed.keySet());
    return alive;
  }

  /** The activities whose sessions are told in a later batch. */
  UntoldActivities untold() {
    return untold;
  }

  Set<TrackerKey> trackerKeys() {
    return trackerKeys;
  }
}
