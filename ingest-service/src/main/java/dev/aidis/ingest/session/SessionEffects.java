package dev.aidis.ingest.session;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/**
 * Knows whether there is a session to change, records what changes it, and waits until the change
 * can be read.
 */
public final class SessionEffects {
  private final ActivityRecorder recorder;
  private final Visibility visibility;
  private final SessionFinder sessions;
  private final CurrentWork work;
  private final Duration inactivityGap;

  /**
   * @param inactivityGap how long after its last activity a session is still open
   */
  public SessionEffects(
      ActivityRecorder recorder,
      Visibility visibility,
      SessionFinder sessions,
      CurrentWork work,
      Duration inactivityGap) {
    this.recorder = recorder;
    this.visibility = visibility;
    this.sessions = sessions;
    this.work = work;
    this.inactivityGap = inactivityGap;
  }

  /**
   * What came of a change.
   *
   * @param session as it stands with the change in it; absent unless the change is visible, and for
   *     an end that closed nothing
   */
  public record Effect(Visibility.Reach reach, Optional<SessionView> session) {

    /** What to tell a person about where the change is. */
    public String text(String whenVisible) {
      return switch (reach) {
        case VISIBLE -> whenVisible;
        case ON_ITS_WAY -> "Recorded, and still on its way: the session will show it soon.";
        case UNKNOWN ->
            "Recorded. The database is away, so details are not available now; nothing is lost.";
      };
    }
  }

  /**
   * Whether a session may be open: one can be read, or what was recorded last, within the gap that
   * ends a session, is not written yet, as while the sink is behind. While Postgres is away nobody
   * knows, so there may be one.
   */
  public boolean mayBeOpen(TrackerKey key, Instant now) {
    try {
      // In this order: what is written in between is found.
      return work.last(key).filter(last -> isOnItsWay(last, now)).isPresent()
          || sessions.find(new SessionRef.Current(key)).isPresent();
    } catch (DataAccessException e) {
      return true;
    }
  }

  private boolean isOnItsWay(Activity last, Instant now) {
    return !now.isAfter(last.occurredAt().plus(inactivityGap)) && !visibility.isVisible(last);
  }

  /**
   * Returns when the change can be read, or after a few seconds.
   *
   * @throws dev.aidis.ingest.activity.LogUnavailableException if it was not recorded
   */
  public Effect of(Activity change) {
    recorder.record(List.of(change));
    Visibility.Reach reach = visibility.await(change);
    if (reach != Visibility.Reach.VISIBLE) {
      return new Effect(reach, Optional.empty());
    }
    try {
      return new Effect(reach, sessions.find(new SessionRef.Of(change)));
    } catch (DataAccessException e) {
      return new Effect(Visibility.Reach.UNKNOWN, Optional.empty());
    }
  }
}
