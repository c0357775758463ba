package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts activities into sessions. The final sessions of a history do not depend on the order its
 * activities arrive in; only which id a session got does.
 *
 * <p>Three ways, by what an activity can change: one that follows all others is added at the end;
 * one that happened inside a session is inserted; everything else (joins two sessions, moves a
 * start, cuts late) goes through {@link Recut}. The first two cost the same for a session of any
 * length.
 */
public final class Sessionizer {
  private final SessionRules rules;
  private final SessionFold fold;
  private final Boundary boundary;

  public Sessionizer(SessionRules rules) {
    this.rules = rules;
    fold = new SessionFold(rules);
    boundary = new Boundary(rules);
  }

  /**
   * Takes one activity into the history, which must not hold it yet.
   *
   * @param appendedAt when it was appended to the log: "now" for this decision, the same in every
   *     replay
   */
  public Change accept(Activity activity, Instant appendedAt, TrackerHistory history) {
    Position position = activity.position();
    Position frontier = history.frontier();
    history.add(activity);
    Change change = changeOf(activity, position, frontier, appendedAt, history);
    history.replace(change.replaced(), change.changed());
    return change;
  }

  /**
   * Times out an open session.
   *
   * @param now wall-clock time, by which all activity up to then has been taken in
   * @return absent when the session is not open or its gap has not gone by
   */
  public @Nullable Change timeOut(Session session, Instant now, TrackerHistory history) {
    if (session.closure() != Closure.OPEN || !now.isAfter(dueAt(session))) {
      return null;
    }
    Session closed =
        SessionCopy.of(session)
            .closure(Closure.TIMED_OUT)
            .touched(session.touchedAt(), session.revision())
            .build();
    Change change = new Change(closed.id(), List.of(session), List.of(closed), false);
    history.replace(change.replaced(), change.changed());
    return change;
  }

  /** The last instant at which activity still continues the session. */
  public Instant dueAt(Session session) {
    return session.lastActivityAt().plus(rules.inactivityGap());
  }

  private Change changeOf(
      Activity activity,
      Position position,
      @Nullable Position frontier,
      Instant appendedAt,
      TrackerHistory history) {
    if (frontier == null || position.isAfter(frontier)) {
      return append(activity, frontier, appendedAt, history);
    }
    Session around = history.atOrBefore(position);
    if (around != null && position.isBefore(around.last())) {
      Activity before = neighbour(history.activityBefore(position), position);
      Activity after = neighbour(history.activityAfter(position), position);
      if (boundary.leavesBoundaries(activity, before, after, around)) {
        return insert(around, activity, appendedAt, before, after, history);
      }
    }
    return recut(activity, appendedAt, history);
  }

  private Change recut(Activity activity, Instant appendedAt, TrackerHistory history) {
    return new Recut(rules, fold, boundary, history, activity, appendedAt).run();
  }

  private Change append(
      Activity activity, @Nullable Position frontier, Instant appendedAt, TrackerHistory history) {
    Session before = history.latest();
    return switch (boundary.decide(before, activity)) {
      case JOINS -> {
        Session joined = Objects.requireNonNull(before);
        yield joined.last().equals(frontier)
            ? extend(joined, activity, appendedAt, history)
            : recut(activity, appendedAt, history); // takes in ends that closed nothing
      }
      case BEGINS -> begin(before, activity, appendedAt, history);
      case CLOSES_NOTHING -> new Change(null, List.of(), List.of(), false);
    };
  }

  private Change extend(
      Session before, Activity activity, Instant appendedAt, TrackerHistory history) {
    Session merged = fold.append(before, activity, fold.of(before.id(), activity, appendedAt));
    Session now =
        SessionCopy.of(merged)
            .identity(before.id(), before.createdAt())
            .closure(closureOnceJoined(before, merged, appendedAt))
            .amended(before.amended() || before.closure() != Closure.OPEN)
            .touched(appendedAt, before.revision())
            .counters(counted(merged, before, activity, history))
            .build();
    return new Change(now.id(), List.of(before), List.of(now), false);
  }

  private Change begin(
      @Nullable Session before, Activity activity, Instant appendedAt, TrackerHistory history) {
    UUID id = newSessionId(activity, 0);
    Session one = fold.of(id, activity, appendedAt);
    Session begun =
        SessionCopy.of(one)
            .touched(appendedAt, 0)
            .counters(
                Counting.withDistinct(
                    one.counters(), DistinctCounts.NONE.with(activity, id, history.members())))
            .build();
    if (before == null || boundary.closureBefore(before, activity) == before.closure()) {
      return new Change(id, List.of(), List.of(begun), false);
    }
    Session cut =
        SessionCopy.of(before)
            .closure(boundary.closureBefore(before, activity))
            .amended(before.amended() || before.closure() != Closure.OPEN)
            .touched(appendedAt, before.revision())
            .build();
    return new Change(id, List.of(before), List.of(cut, begun), false);
  }

  private Change insert(
      Session around,
      Activity activity,
      Instant appendedAt,
      Activity before,
      Activity after,
      TrackerHistory history) {
    Session inserted = fold.insert(around, activity, appendedAt, before, after);
    Session now =
        SessionCopy.of(inserted)
            .identity(around.id(), around.createdAt())
            .amended(around.amended() || around.closure() != Closure.OPEN)
            .touched(appendedAt, around.revision())
            .tags(Tags.inserted(around, activity, history))
            .counters(counted(inserted, around, activity, history))
            .build();
    return new Change(now.id(), List.of(around), List.of(now), false);
  }

  private Closure closureOnceJoined(Session before, Session merged, Instant appendedAt) {
    boolean staysTimedOut =
        before.closure() == Closure.TIMED_OUT
            && merged.closure() == Closure.OPEN
            && appendedAt.isAfter(dueAt(merged));
    return staysTimedOut ? Closure.TIMED_OUT : merged.closure();
  }

  private static dev.aidis.schemas.Counters counted(
      Session with, Session without, Activity activity, TrackerHistory history) {
    DistinctCounts distinct =
        DistinctCounts.of(without.counters()).with(activity, without.id(), history.members());
    return Counting.withDistinct(with.counters(), distinct);
  }

  private static Activity neighbour(@Nullable Activity neighbour, Position position) {
    if (neighbour == null) {
      throw new IllegalStateException(
          "no activity beside " + position + ", though it lies inside a session");
    }
    return neighbour;
  }

  /** The same in every replay; never given twice, because an activity is accepted once. */
  static UUID newSessionId(Activity madeBy, int ordinal) {
    return Ids.nameBased("session:" + madeBy.trackerKey() + ":" + madeBy.id() + ":" + ordinal);
  }
}
