package dev.aidis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps sessions and their activities from updates alone, as {@link SessionUpdate} says a reader
 * does.
 */
public final class ReaderOfUpdates {
  private final Map<UUID, Session> sessions = new HashMap<>();
  private final Map<UUID, UUID> assignments = new HashMap<>();
  private final Map<UUID, Position> positions = new HashMap<>();
  private final Set<UUID> untold = new HashSet<>();

  public void read(SessionUpdate update) {
    Activity activity = update.activity();
    if (activity != null) {
      positions.put(activity.id(), activity.position());
    }
    if (activity != null && update.sessionId() != null) {
      assignments.put(activity.id(), update.sessionId());
      if (update.changed().isEmpty()) {
        assertThat(sessions).as("session of an update without it").containsKey(update.sessionId());
        untold.add(update.sessionId());
      }
    }
    for (UUID absorbed : update.absorbed()) {
      Session gone = sessions.remove(absorbed);
      untold.remove(absorbed);
      assertThat(gone).as("absorbed session %s", absorbed).isNotNull();
      if (!update.resegmented()) {
        assertThat(update.changed()).hasSize(1);
        assignments.replaceAll(
            (id, session) -> session.equals(absorbed) ? update.changed().getFirst().id() : session);
      }
      for (Session now : update.changed()) {
        assertThat(now.revision()).isGreaterThan(gone.revision());
      }
    }
    if (update.resegmented()) {
      assignAnew(update);
    }
    for (Session now : update.changed()) {
      untold.remove(now.id());
      Session before = sessions.put(now.id(), now);
      assertThat(before == null ? 0 : before.revision()).isLessThan(now.revision());
    }
  }

  private void assignAnew(SessionUpdate update) {
    assignments
        .entrySet()
        .removeIf(
            assigned ->
                update.absorbed().contains(assigned.getValue())
                    || update.changed().stream()
                        .anyMatch(now -> now.id().equals(assigned.getValue())));
    for (Session now : update.changed()) {
      positions.forEach(
          (id, position) -> {
            if (!position.isBefore(now.first()) && !position.isAfter(now.last())) {
              assignments.put(id, now.id());
            }
          });
    }
  }

  /** Whether each session is told as it stands, which has to be so but within a transaction. */
  public boolean isAllTold() {
    return untold.isEmpty();
  }

  /** Fails while it is not so. */
  public void assertAllTold() {
    assertThat(untold).as("sessions that were changed and not told").isEmpty();
  }

  public Map<UUID, Session> sessions() {
    return sessions;
  }

  /** The session of each activity that belongs to one. */
  public Map<UUID, UUID> assignments() {
    return assignments;
  }
}
