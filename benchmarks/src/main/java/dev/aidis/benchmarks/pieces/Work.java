package dev.aidis.benchmarks.pieces;

import dev.aidis.domain.SessionFold;
import dev.aidis.domain.SessionRules;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.time.Instant;
import java.util.List;

/** Activities of one developer, twenty seconds apart, and the sessions they make. */
final class Work {
  private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
  private static final int SECONDS_APART = 20;
  private static final List<ActivityType> TYPES =
      List.of(
          ActivityType.TOOL_USED,
          ActivityType.FILE_MODIFIED,
          ActivityType.TOOL_USED,
          ActivityType.PROMPT_SUBMITTED);

  private Work() {}

  /**
   * @param number from 0, in the order of time
   */
  static Activity activity(int number) {
    ActivityType type = TYPES.get(number % TYPES.size());
    Instant at = START.plusSeconds((long) number * SECONDS_APART);
    return Activity.builder(Ids.nameBased("activity " + number), type)
        .occurredAt(at)
        .receivedAt(at)
        .owner("ada")
        .machine("laptop")
        .client("claude-code/2.1.330")
        .clientSession("5a2c9f0e-7a6f-4b43-a8e1-000000001000")
        .project("aidis")
        .repo("git@example.org:aidis/tracker.git")
        .branch("main")
        .aiModel("claude-sonnet-4-5")
        .aiProvider("anthropic")
        .aiInvolved(true)
        .description("What happened, in a line of the usual length")
        .filePath(type == ActivityType.FILE_MODIFIED ? "src/main/java/dev/aidis/A.java" : null)
        .linesAdded(type == ActivityType.FILE_MODIFIED ? 12 : null)
        .linesRemoved(type == ActivityType.FILE_MODIFIED ? 3 : null)
        .build();
  }

  /** The session of that many activities, beginning with the one of that number. */
  static Session session(int first, int activities) {
    SessionFold fold = new SessionFold(SessionRules.DEFAULT);
    Session session = sessionOf(fold, activity(first));
    for (int number = first + 1; number < first + activities; number++) {
      session = fold.merge(session, sessionOf(fold, activity(number)));
    }
    return session;
  }

  static SessionUpdate update(Session session, Activity activity) {
    return new SessionUpdate(
        activity.trackerKey(), activity, session.id(), List.of(session), List.of(), false);
  }

  private static Session sessionOf(SessionFold fold, Activity activity) {
    return fold.of(Ids.nameBased("session of " + activity.id()), activity, activity.receivedAt());
  }
}
