package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an activity or a timeout did to the sessions of its tracker key.
 *
 * @param sessionId the session the activity now belongs to; absent for an end that closed nothing
 * @param replaced the sessions as they stood; some may go on under the same id
 * @param changed the sessions as they now stand, in time order
 * @param resegmented see {@link SessionUpdate#resegmented()}
 */
public record Change(
    @Nullable UUID sessionId, List<Session> replaced, List<Session> changed, boolean resegmented) {

  public Change {
    replaced = List.copyOf(replaced);
    changed = List.copyOf(changed);
  }

  /** Ids of sessions that are no more. */
  public List<UUID> absorbed() {
    if (replaced.size() <= 1 && changed.size() == 1) {
      return replaced.isEmpty() || replaced.getFirst().id().equals(changed.getFirst().id())
          ? List.of()
          : List.of(replaced.getFirst().id());
    }
    return replaced.stream()
        .map(Session::id)
        .filter(id -> changed.stream().noneMatch(now -> now.id().equals(id)))
        .toList();
  }

  /** The update to publish for the activity that made this change. */
  public SessionUpdate toUpdate(Activity activity) {
    return new SessionUpdate(
        activity.trackerKey(), activity, sessionId, changed, absorbed(), resegmented);
  }

  /**
   * The update to publish for a timeout, which no activity made.
   *
   * @throws java.util.NoSuchElementException if no session changed
   */
  public SessionUpdate toUpdate() {
    Session first = changed.getFirst();
    return new SessionUpdate(first.trackerKey(), null, sessionId, changed, absorbed(), resegmented);
  }
}
