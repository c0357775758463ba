package dev.aidis.schemas;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one activity, or one timeout, changed: one record on {@code aidis.session-updates}.
 *
 * <p>A reader that keeps each session's activities applies it so: the activity belongs to {@code
 * sessionId}. Activities of an absorbed session belong to the only changed one. When {@code
 * resegmented}, instead: every activity of the tracker key whose position lies in the range of a
 * changed session, from {@link Session#first()} to {@link Session#last()}, belongs to that one
 * (also if it belonged to none before), and other activities of the changed and the absorbed
 * sessions belong to none (a second end, say).
 *
 * <p>A session need not be told with each of its activities: {@code changed} may be empty although
 * {@code sessionId} is there. Then an earlier update told the session, and a later one of the same
 * tracker key, in the same transaction, tells it with all that it holds. Until a reader has that
 * one, the activity may lie outside the range of its session as that was told last. Never left out
 * is a session that is new, was cut or merged, timed out, or of which the activity says something
 * itself ({@link ActivityType#isAboutItsSession()}): who waits for such an activity sees what it
 * did.
 *
 * @param activity absent for a timeout
 * @param sessionId the session of the activity, or the one that timed out; absent for an end that
 *     closed nothing
 * @param changed the sessions as they now stand, in time order: usually one or, as said above,
 *     none; two when a start also closed the one before
 * @param absorbed ids of sessions that are no more
 * @param resegmented whether sessions were cut anew
 */
public record SessionUpdate(
    TrackerKey trackerKey,
    @Nullable Activity activity,
    @Nullable UUID sessionId,
    List<Session> changed,
    List<UUID> absorbed,
    boolean resegmented) {

  public SessionUpdate {
    changed = List.copyOf(changed);
    absorbed = List.copyOf(absorbed);
    if (activity == null && changed.isEmpty()) {
      throw new IllegalArgumentException("an update has an activity or a changed session");
    }
  }
}
