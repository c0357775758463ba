package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the sessions around one late activity anew.
 *
 * <p>Goes through what may be touched in order: from the session before the activity to the first
 * old boundary that still stands. Sessions that stay in one piece are merged whole, at a cost that
 * does not depend on their length (but for distinct files and tasks, which move, and for tags, see
 * {@link Parts}: where an earlier session has some, the activities of the one that follows are read
 * for what they remove); only a session that is cut is taken apart into its activities.
 *
 * <p>Identity: a part keeps the id of the session that was created first of those that began in it;
 * a part in which none began gets a new one. Used once.
 */
final class Recut {
  private final Boundary boundary;
  private final SessionRules rules;
  private final TrackerHistory history;
  private final Activity late;
  private final Instant appendedAt;

  private final List<Session> consumed = new ArrayList<>();
  private final Parts parts;
  private boolean reassigns;

  Recut(
      SessionRules rules,
      SessionFold fold,
      Boundary boundary,
      TrackerHistory history,
      Activity late,
      Instant appendedAt) {
    this.rules = rules;
    this.boundary = boundary;
    this.history = history;
    this.late = late;
    this.appendedAt = appendedAt;
    parts = new Parts(fold, boundary, late, appendedAt, history);
  }

  Change run() {
    Position reached = takeUpToLateActivity();
    takeFollowing(reached);
    List<Session> now = parts.inOrder().stream().map(this::settled).toList();
    return changeTo(now);
  }

  /** Returns the position up to which all is taken. */
  private Position takeUpToLateActivity() {
    Position position = late.position();
    Session before = history.atOrBefore(position);
    if (before == null || !boundary.isWithinGap(before.lastActivityAt(), late.occurredAt())) {
      parts.take(late);
      return position;
    }
    if (position.isBefore(before.last())) {
      takeApart(before);
      return before.last();
    }
    consumed.add(before);
    parts.begin(before);
    if (late.kind() == ActivityType.SESSION_JOINED) {
      takeIdleEndsAfter(before.last());
    }
    parts.take(late);
    return position;
  }

  /** A join takes in the ends between it and the end that it takes back. */
  private void takeIdleEndsAfter(Position end) {
    Activity next = history.activityAfter(end);
    while (next != null && next.position().isBefore(late.position())) {
      parts.take(next);
      reassigns = true;
      next = history.activityAfter(next.position());
    }
  }

  private void takeFollowing(Position from) {
    Position reached = from;
    while (!parts.isEmpty()) {
      Activity next = history.activityAfter(reached);
      if (next == null || !boundary.isWithinGap(parts.open().lastActivityAt(), next.occurredAt())) {
        return;
      }
      Session following = history.atOrBefore(next.position());
      if (following == null || !following.first().equals(next.position())) {
        parts.take(next); // an end that closed nothing may do so now
        reassigns = true;
        reached = next.position();
      } else if (boundary.decide(parts.open(), next) == Boundary.Decision.BEGINS) {
        parts.closeOpenBefore(next);
        return;
      } else {
        takeJoining(following);
        reached = following.last();
      }
    }
  }

  private void takeJoining(Session following) {
    boolean staysWhole =
        boundary.fits(parts.open().startedAt(), following.lastActivityAt())
            && (following.takenOverAt() == null || parts.open().onlyConnections());
    if (staysWhole) {
      consumed.add(following);
      parts.join(following);
    } else {
      takeApart(following);
    }
  }

  private void takeApart(Session session) {
    consumed.add(session);
    reassigns = true;
    history.forEachActivity(session.first(), session.last(), parts::takeApart);
  }

  /** The part with its identity, closure and distinct counts. */
  private Session settled(Parts.Part part) {
    List<Session> origins = consumed.stream().filter(part::holdsStartOf).toList();
    if (origins.size() == 1 && origins.getFirst().equals(part.session())) {
      return part.session();
    }
    Session eldest = origins.stream().min(SessionFold.BY_CREATION).orElse(null);
    UUID id = eldest == null ? part.session().id() : eldest.id();
    Session settled =
        SessionCopy.of(part.session())
            .identity(id, eldest == null ? appendedAt : eldest.createdAt())
            .closure(closureOf(part.session()))
            .amended(origins.stream().anyMatch(o -> o.amended() || o.closure() != Closure.OPEN))
            .touched(appendedAt, lastRevision())
            .build();
    DistinctCounts distinct =
        part.apart() ? recount(settled, origins) : countJoined(settled, eldest, origins);
    return SessionCopy.of(settled)
        .counters(Counting.withDistinct(settled.counters(), distinct))
        .build();
  }

  /**
   * A timed-out session that is late for good stays timed out; the open state of others is for the
   * clock to end.
   */
  private Closure closureOf(Session session) {
    boolean soft = session.closure() == Closure.OPEN || session.closure() == Closure.TIMED_OUT;
    if (!soft) {
      return session.closure();
    }
    boolean wasTimedOut = consumed.stream().anyMatch(s -> s.closure() == Closure.TIMED_OUT);
    boolean overdue = appendedAt.isAfter(session.lastActivityAt().plus(rules.inactivityGap()));
    return wasTimedOut && overdue ? Closure.TIMED_OUT : Closure.OPEN;
  }

  private DistinctCounts recount(Session session, List<Session> origins) {
    origins.forEach(origin -> history.members().removeAll(origin.id()));
    DistinctCounts[] counts = {DistinctCounts.NONE};
    history.forEachActivity(
        session.first(),
        session.last(),
        activity -> counts[0] = counts[0].with(activity, session.id(), history.members()));
    return counts[0];
  }

  private DistinctCounts countJoined(
      Session session, @Nullable Session eldest, List<Session> origins) {
    DistinctCounts counts =
        eldest == null ? DistinctCounts.NONE : DistinctCounts.of(eldest.counters());
    for (Session origin : origins) {
      if (!origin.id().equals(session.id())) {
        counts = counts.joinedBy(origin, session.id(), history.members());
      }
    }
    return contains(session, late) ? counts.with(late, session.id(), history.members()) : counts;
  }

  private long lastRevision() {
    return consumed.stream().mapToLong(Session::revision).max().orElse(0);
  }

  private Change changeTo(List<Session> now) {
    Set<Session> unchanged = new HashSet<>(consumed);
    unchanged.retainAll(now);
    UUID sessionId =
        now.stream().filter(s -> contains(s, late)).map(Session::id).findFirst().orElse(null);
    List<Session> replaced = consumed.stream().filter(s -> !unchanged.contains(s)).toList();
    List<Session> changed = now.stream().filter(s -> !unchanged.contains(s)).toList();
    boolean severalAndAbsorbed =
        changed.size() > 1
            && replaced.stream()
                .anyMatch(o -> changed.stream().noneMatch(n -> n.id().equals(o.id())));
    return new Change(sessionId, replaced, changed, reassigns || severalAndAbsorbed);
  }

  private static boolean contains(Session session, Activity activity) {
    Position position = activity.position();
    return !position.isBefore(session.first()) && !position.isAfter(session.last());
  }
}
