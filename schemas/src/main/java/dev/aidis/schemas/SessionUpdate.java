package dev.aidis.schemas;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one activity, or one timeout, changed: one record on {@code aidis.session-updates}.
 *
 * <p>A reader that keeps each session's activities applies it so: the activity belongs to {@code
 * sessionId}; activities of an absorbed session belong to the only changed one, or, when there are
 * several, to the changed session in whose range from {@link Session#first()} to {@link
 * Session#last()} their position lies.
 *
 * @param activity absent for a timeout
 * @param sessionId the session of the activity, or the one that timed out; absent for an end that
 *     closed nothing
 * @param changed the sessions as they now stand, in time order; several when a late cut split one
 * @param absorbed ids of sessions that are no more
 */
public record SessionUpdate(
    TrackerKey trackerKey,
    @Nullable Activity activity,
    @Nullable UUID sessionId,
    List<Session> changed,
    List<UUID> absorbed) {

  public SessionUpdate {
    changed = List.copyOf(changed);
    absorbed = List.copyOf(absorbed);
    if (activity == null && changed.isEmpty()) {
      throw new IllegalArgumentException("an update has an activity or a changed session");
    }
  }

  /** Whether sessions were cut anew, so that activities must be assigned by range. */
  public boolean resegments() {
    return changed.size() > 1;
  }
}
