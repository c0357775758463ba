package dev.aidis.queries.accomplishment;

import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Counters;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What an owner accomplished in the last sessions.
 *
 * @param sessions newest first
 * @param clock time with one of them going on, pauses excepted; two at once count once
 * @param distinctFiles different files modified in all of them
 */
public record Accomplishments(
    Scope scope, List<SessionAccomplishment> sessions, Duration clock, long distinctFiles) {

  public Accomplishments {
    sessions = List.copyOf(sessions);
  }

  /** The sum of a counter over the sessions. */
  public long total(ToLongFunction<Counters> counter) {
    return sessions.stream()
        .map(SessionAccomplishment::session)
        .map(SessionView::counters)
        .mapToLong(counter)
        .sum();
  }
}
