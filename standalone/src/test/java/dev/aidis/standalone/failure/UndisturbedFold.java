package dev.aidis.standalone.failure;

import dev.aidis.domain.InMemoryHistory;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.schemas.Session;
import dev.aidis.standalone.failure.ActivityLog.Told;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The ids that sessions get when nothing ever fails: those of the fold over the log, in memory and
 * at one go. The oracle knows none, because they depend on the order of arrival.
 */
final class UndisturbedFold {
  private UndisturbedFold() {}

  /** The session of each activity of one tracker key that is in one. */
  static Map<UUID, UUID> sessionsOf(List<Told> log, SessionRules rules) {
    Sessionizer sessionizer = new Sessionizer(rules);
    InMemoryHistory history = new InMemoryHistory();
    Set<UUID> seen = new HashSet<>();
    for (Told told : log) {
      if (seen.add(told.activity().id())) {
        sessionizer.accept(told.activity(), told.appendedAt(), history);
      }
    }
    Map<UUID, UUID> sessions = new HashMap<>();
    for (Session session : history.sessions()) {
      history.forEachActivity(
          session.first(), session.last(), member -> sessions.put(member.id(), session.id()));
    }
    return sessions;
  }
}
