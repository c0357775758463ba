package dev.aidis.ingest.session;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Activity;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/** Records what changes a session, and waits until the change can be read. */
public final class SessionEffects {
  private final ActivityRecorder recorder;
  private final Visibility visibility;
  private final SessionFinder sessions;

  public SessionEffects(ActivityRecorder recorder, Visibility visibility, SessionFinder sessions) {
    this.recorder = recorder;
    this.visibility = visibility;
    this.sessions = sessions;
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
