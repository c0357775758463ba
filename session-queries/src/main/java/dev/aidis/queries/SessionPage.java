package dev.aidis.queries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of sessions.
 *
 * @param next what the next page is asked for with; absent on the last one
 */
public record SessionPage(List<SessionView> sessions, SessionFilter.@Nullable Place next) {

  public SessionPage {
    sessions = List.copyOf(sessions);
  }

  /** The last page. */
  public static SessionPage last(List<SessionView> sessions) {
    return new SessionPage(sessions, null);
  }
}
