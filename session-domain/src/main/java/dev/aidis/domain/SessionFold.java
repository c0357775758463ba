package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.Mend;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The algebra of sessions: {@link #of} makes a session of one activity, {@link #merge} joins two
 * that follow each other. Adding an activity at an end is a merge; only {@link #insert} (between
 * two activities of a session) needs to know its neighbours.
 *
 * <p>Merging is associative. What is counted by distinct file or task is not here, see {@link
 * DistinctCounts}; what removes tags of another session neither, see {@link Tags}. Identity of a
 * merged session: the one that was created first.
 */
public final class SessionFold {
  /** The one created first comes first; the id decides between two of one millisecond. */
  static final Comparator<Session> BY_CREATION =
      Comparator.comparing(Session::createdAt).thenComparing(Session::id);

  private final Duration activeGap;

  public SessionFold(SessionRules rules) {
    activeGap = rules.activeGap();
  }

  /**
   * A session of one activity.
   *
   * @param appendedAt when the activity was appended to the log
   */
  public Session of(UUID id, Activity activity, Instant appendedAt) {
    Position position = activity.position();
    ActivityType kind = activity.kind();
    return new Session(
        id,
        activity.trackerKey(),
        position,
        position,
        kind == ActivityType.SESSION_STARTED,
        null,
        kind == ActivityType.CLIENT_CONNECTED,
        kind == ActivityType.SESSION_PAUSED,
        kind == ActivityType.SESSION_ENDED ? Closure.ENDED : Closure.OPEN,
        0,
        appendedAt,
        appendedAt,
        false,
        Duration.ZERO,
        Duration.ZERO,
        goalOf(activity),
        latest(activity.project(), Mend.toldAt(activity)),
        latest(activity.clientSession(), position),
        Tags.after(List.of(), activity),
        List.of(activity.machine()),
        listOf(activity.client()),
        modelsOf(activity),
        Counting.of(activity),
        verdictOf(activity, position));
  }

  /**
   * Both as one, where {@code earlier} lies wholly before {@code later}. Closed as the later one
   * is.
   */
  public Session merge(Session earlier, Session later) {
    Duration between = Duration.between(earlier.lastActivityAt(), later.startedAt());
    Duration active = earlier.active().plus(later.active());
    Duration paused = earlier.paused().plus(later.paused());
    return joined(
        earlier,
        later,
        active.plus(activeTime(earlier.pausedAtEnd(), between)),
        paused.plus(pausedTime(earlier.pausedAtEnd(), between)));
  }

  /**
   * The session with an activity more, which follows all of its others.
   *
   * @param single the session of that activity alone
   */
  public Session append(Session session, Activity activity, Session single) {
    return SessionCopy.of(merge(session, single))
        .tags(Tags.after(session.tags(), activity))
        .build();
  }

  /**
   * The session with an activity more, between the two of its activities that are its neighbours.
   */
  Session insert(
      Session session, Activity activity, Instant appendedAt, Activity before, Activity after) {
    Session one = of(session.id(), activity, appendedAt);
    boolean pausedBefore = before.kind() == ActivityType.SESSION_PAUSED;
    Duration whole = Duration.between(before.occurredAt(), after.occurredAt());
    Duration left = Duration.between(before.occurredAt(), activity.occurredAt());
    Duration right = Duration.between(activity.occurredAt(), after.occurredAt());
    Duration active =
        session
            .active()
            .minus(activeTime(pausedBefore, whole))
            .plus(activeTime(pausedBefore, left))
            .plus(activeTime(one.pausedAtEnd(), right));
    Duration paused =
        session
            .paused()
            .minus(pausedTime(pausedBefore, whole))
            .plus(pausedTime(pausedBefore, left))
            .plus(pausedTime(one.pausedAtEnd(), right));
    Session values = joined(session, one, active, paused);
    return SessionCopy.of(values)
        .range(session.first(), session.last())
        .pausedAtEnd(session.pausedAtEnd())
        .closure(session.closure())
        .build();
  }

  private Duration activeTime(boolean pausedBefore, Duration gap) {
    return pausedBefore || gap.compareTo(activeGap) > 0 ? Duration.ZERO : gap;
  }

  private static Duration pausedTime(boolean pausedBefore, Duration gap) {
    return pausedBefore ? gap : Duration.ZERO;
  }

  private static Session joined(Session a, Session b, Duration active, Duration paused) {
    Session eldest = BY_CREATION.compare(b, a) < 0 ? b : a;
    return new Session(
        eldest.id(),
        a.trackerKey(),
        a.first(),
        b.last(),
        a.startsWithStart() || (a.onlyConnections() && b.startsWithStart()),
        takenOverAt(a, b),
        a.onlyConnections() && b.onlyConnections(),
        b.pausedAtEnd(),
        b.closure(),
        Math.max(a.revision(), b.revision()),
        eldest.createdAt(),
        later(a.touchedAt(), b.touchedAt()),
        a.amended() || b.amended(),
        active,
        paused,
        Latest.of(a.goal(), b.goal()),
        Latest.of(a.project(), b.project()),
        Latest.of(a.clientSession(), b.clientSession()),
        Sorted.union(a.tags(), b.tags()),
        Sorted.union(a.machines(), b.machines()),
        Sorted.union(a.clients(), b.clients()),
        ModelUses.union(a.models(), b.models()),
        Counting.plus(a.counters(), b.counters()),
        GoalVerdict.latest(a.goalVerdict(), b.goalVerdict()));
  }

  private static @Nullable Position takenOverAt(Session a, Session b) {
    if (a.takenOverAt() != null) {
      return a.takenOverAt();
    }
    if (!a.onlyConnections()) {
      return null;
    }
    return b.takenOverAt() == null && b.startsWithStart() ? b.first() : b.takenOverAt();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static @Nullable Latest goalOf(Activity activity) {
    return switch (activity.kind()) {
      case GOAL_SET, SESSION_STARTED -> latest(activity.body(), Mend.toldAt(activity));
      default -> null;
    };
  }

  /** An evaluation without an answer that can be read is activity, no more. */
  private static @Nullable GoalVerdict verdictOf(Activity activity, Position position) {
    if (activity.kind() != ActivityType.GOAL_EVALUATED) {
      return null;
    }
    GoalVerdict.Answer answer =
        GoalVerdict.Answer.of(activity.attributes().get(GoalVerdict.ATTRIBUTE));
    return answer == null ? null : new GoalVerdict(answer, activity.body(), position);
  }

  private static @Nullable Latest latest(@Nullable String value, Position position) {
    return value == null ? null : new Latest(value, position);
  }

  private static List<String> listOf(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static List<ModelUse> modelsOf(Activity activity) {
    String model = activity.aiModel();
    return model == null
        ? List.of()
        : List.of(
            new ModelUse(
                model, activity.aiProvider(), activity.occurredAt(), activity.occurredAt(), 1));
  }
}
