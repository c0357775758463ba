package dev.aidis.sink.write;

import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gathers updates in their order and lets go of what later ones tell anew: each tells the whole
 * session, and only the last of a batch is written. So a large batch takes the memory of its
 * activities, and not of a decoded session for each. A {@link BatchPlan} comes to the same with and
 * without.
 */
public final class FoldedUpdates {
  private final List<SessionUpdate> updates = new ArrayList<>();

  /** The place of the update that told a session last. */
  private final Map<UUID, Integer> lastTold = new HashMap<>();

  public void add(SessionUpdate update) {
    int place = updates.size();
    updates.add(update);
    for (Session session : update.changed()) {
      Integer before = lastTold.put(session.id(), place);
      if (before != null) {
        updates.set(before, without(updates.get(before), session));
      }
    }
  }

  /** In the order in which they were added; not to be added to any more. */
  public List<SessionUpdate> all() {
    return updates;
  }

  /**
   * What cuts sessions anew is needed whole, and an update must tell something. Of equal revisions
   * the first one counts, so that one stays.
   */
  private static SessionUpdate without(SessionUpdate update, Session newer) {
    boolean isNeeded =
        update.resegmented() || !update.absorbed().isEmpty() || update.activity() == null;
    if (isNeeded) {
      return update;
    }
    List<Session> others =
        update.changed().stream()
            .filter(
                session ->
                    !session.id().equals(newer.id()) || session.revision() >= newer.revision())
            .toList();
    return new SessionUpdate(
        update.trackerKey(),
        update.activity(),
        update.sessionId(),
        others,
        update.absorbed(),
        update.resegmented());
  }
}
