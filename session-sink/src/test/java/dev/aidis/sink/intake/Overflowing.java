package dev.aidis.sink.intake;

import dev.aidis.schemas.Counters;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.TokenUsage;
import java.util.List;

/** Makes sessions that claim more than there can be. */
final class Overflowing {
  private Overflowing() {}

  /** The update with a session that claims that many activities. */
  static SessionUpdate activities(SessionUpdate update, long activities) {
    return new SessionUpdate(
        update.trackerKey(),
        update.activity(),
        update.sessionId(),
        List.of(claiming(update.changed().getFirst(), activities)),
        update.absorbed(),
        update.resegmented());
  }

  private static Session claiming(Session s, long activities) {
    Counters counters =
        new Counters(activities, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, TokenUsage.NONE);
    return new Session(
        s.id(),
        s.trackerKey(),
        s.first(),
        s.last(),
        s.startsWithStart(),
        s.takenOverAt(),
        s.onlyConnections(),
        s.pausedAtEnd(),
        s.closure(),
        s.revision(),
        s.createdAt(),
        s.touchedAt(),
        s.amended(),
        s.active(),
        s.paused(),
        s.goal(),
        s.project(),
        s.clientSession(),
        s.tags(),
        s.machines(),
        s.clients(),
        s.models(),
        counters,
        s.goalVerdict());
  }
}
