package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one session ends and the next begins, for activities taken in the order of their positions.
 */
final class Boundary {
  /** What an activity does to the session before it. */
  enum Decision {
    /** It belongs to that session. */
    JOINS,
    /** It begins the next one. */
    BEGINS,
    /** It is an end with nothing to close: it belongs to no session. */
    CLOSES_NOTHING
  }

  private final SessionRules rules;

  Boundary(SessionRules rules) {
    this.rules = rules;
  }

  /**
   * @param before the session before the activity, if any
   */
  Decision decide(@Nullable Session before, Activity activity) {
    boolean ends = activity.kind() == ActivityType.SESSION_ENDED;
    boolean takesBackEnd = activity.kind() == ActivityType.SESSION_JOINED;
    if (before == null
        || (before.closure() == Closure.ENDED && !takesBackEnd)
        || !isWithinGap(before.lastActivityAt(), activity.occurredAt())) {
      return ends ? Decision.CLOSES_NOTHING : Decision.BEGINS;
    }
    if (ends) {
      return Decision.JOINS;
    }
    boolean cuts =
        activity.kind() == ActivityType.SESSION_STARTED
            && !before.onlyConnections()
            && !before.joinedAtEnd();
    return cuts || !fits(before.startedAt(), activity.occurredAt())
        ? Decision.BEGINS
        : Decision.JOINS;
  }

  /** How the session before stands once the activity has begun the next one. */
  Closure closureBefore(Session before, Activity next) {
    if (before.closure() == Closure.ENDED
        || !isWithinGap(before.lastActivityAt(), next.occurredAt())) {
      return before.closure();
    }
    return next.kind() == ActivityType.SESSION_STARTED
        ? Closure.CUT_BY_START
        : Closure.CUT_BY_LENGTH;
  }

  /**
   * Whether an activity between two of a session moves no boundary: what a join took back is cut
   * again by what comes between.
   */
  boolean leavesBoundaries(Activity activity, Activity before, Activity after, Session around) {
    ActivityType kind = activity.kind();
    if (kind == ActivityType.SESSION_STARTED || kind == ActivityType.SESSION_ENDED) {
      return false;
    }
    if (!fits(around.startedAt(), activity.occurredAt())) {
      return false; // only an end may lie there
    }
    boolean parts =
        before.kind() == ActivityType.SESSION_ENDED
            || (before.kind() == ActivityType.SESSION_JOINED
                && after.kind() == ActivityType.SESSION_STARTED);
    if (parts && kind != ActivityType.SESSION_JOINED) {
      return false;
    }
    Position takenOverAt = around.takenOverAt();
    return takenOverAt == null
        || kind == ActivityType.CLIENT_CONNECTED
        || activity.position().isAfter(takenOverAt);
  }

  boolean isWithinGap(Instant earlier, Instant later) {
    return Duration.between(earlier, later).compareTo(rules.inactivityGap()) <= 0;
  }

  /** Whether a session may reach from one to the other. */
  boolean fits(Instant start, Instant end) {
    return Duration.between(start, end).compareTo(rules.maxLength()) <= 0;
  }
}
