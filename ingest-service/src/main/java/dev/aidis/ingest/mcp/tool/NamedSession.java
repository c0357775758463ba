package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.queries.SessionView;

/** Finds the session that a call names, among the caller's own. */
final class NamedSession {
  static final Parameter<String> OPTIONAL =
      Parameter.optional(
          "session",
          ArgumentTypes.session(),
          "Its number such as 47, its UUID, or current; if left out, the current one.");

  private static final String CURRENT = "current";

  private NamedSession() {}

  /**
   * The session.
   *
   * @throws NothingThereException if the caller has none of that name
   */
  static SessionView of(Call call, SessionFinder sessions) {
    return of(call, call.arguments().getOr(OPTIONAL, CURRENT), sessions);
  }

  static SessionView of(Call call, String name, SessionFinder sessions) {
    return sessions
        .find(SessionRef.parse(name, call.trackerKey()))
        .orElseThrow(
            () ->
                new NothingThereException(
                    name.equals(CURRENT)
                        ? "No session is open. Name a past one, which sessions_list shows, or begin"
                            + " one with session_start."
                        : "The user has no session %s. sessions_list shows those there are."
                            .formatted(name)));
  }
}
