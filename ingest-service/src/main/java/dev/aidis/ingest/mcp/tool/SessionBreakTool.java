package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.schemas.ActivityType;
import java.util.List;

/** {@code session_pause} and {@code session_resume}. */
final class SessionBreakTool implements Tool {
  private final SessionEffects effects;
  private final Description description;
  private final ActivityType type;
  private final String deed;

  private SessionBreakTool(
      SessionEffects effects, Description description, ActivityType type, String deed) {
    this.effects = effects;
    this.description = description;
    this.type = type;
    this.deed = deed;
  }

  static SessionBreakTool pause(SessionEffects effects) {
    return new SessionBreakTool(
        effects,
        new Description(
            "session_pause",
            "Pause the session",
            """
            Pauses the current session: the time until it goes on does not count. Call it when the \
            user takes a break. Whatever is recorded next resumes it by itself; after a break of \
            more than two hours (unless the tracker is set otherwise) a new session begins \
            instead.""",
            Hints.SETS,
            List.of(),
            SessionAnswer.SCHEMA),
        ActivityType.SESSION_PAUSED,
        "Paused");
  }

  static SessionBreakTool resume(SessionEffects effects) {
    return new SessionBreakTool(
        effects,
        new Description(
            "session_resume",
            "Resume the session",
            """
            Resumes the current session after a pause: time counts again. Call it when the user is \
            back from a break and nothing else is to be recorded yet.""",
            Hints.SETS,
            List.of(),
            SessionAnswer.SCHEMA),
        ActivityType.SESSION_RESUMED,
        "Resumed");
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Answer call(Call call) {
    requireSession(call);
    return SessionAnswer.of(
        effects.of(call.activity(type).description(deed + " the session").build()), deed);
  }

  private void requireSession(Call call) {
    if (!effects.mayBeOpen(call.trackerKey(), call.at())) {
      throw new NothingThereException(
          "No session is open, so there is none to pause or resume. The next recording begins"
              + " one; session_start begins one with a goal.");
    }
  }
}
