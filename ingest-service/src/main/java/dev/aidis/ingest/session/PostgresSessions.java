package dev.aidis.ingest.session;

import dev.aidis.queries.SessionQueries;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelineQueries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads sessions from Postgres.
 *
 * @param inactivityGap how long after its last activity a session is still the current one: as long
 *     as the processor keeps it open
 */
public record PostgresSessions(
    SessionQueries queries, TimelineQueries timelines, InstantSource clock, Duration inactivityGap)
    implements SessionFinder, SessionDetails {
  private static final int FILES = 100;
  private static final int LATEST_ACTIVITIES = 20;

  @Override
  public Optional<SessionView> find(SessionRef ref) {
    return switch (ref) {
      case SessionRef.ByNumber(String owner, long number) -> queries.byNumber(owner, number);
      case SessionRef.ById(String owner, var id) -> queries.byId(owner, id);
      case SessionRef.Current(var key) -> queries.current(key, clock.instant(), inactivityGap);
      case SessionRef.Of(var activity) ->
          queries
              .sessionOf(activity.trackerKey().owner(), activity.id(), activity.occurredAt())
              .flatMap(id -> queries.byId(activity.trackerKey().owner(), id));
    };
  }

  @Override
  public SessionDetail of(SessionView session) {
    return new SessionDetail(
        session,
        queries.files(session.owner(), session.id(), FILES),
        timelines.latest(session.owner(), session.id(), LATEST_ACTIVITIES));
  }
}
