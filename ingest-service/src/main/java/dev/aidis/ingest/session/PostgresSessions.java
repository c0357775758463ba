package dev.aidis.ingest.session;

import dev.aidis.domain.SessionRules;
import dev.aidis.queries.SessionQueries;
import dev.aidis.queries.SessionView;
import java.time.InstantSource;
import java.util.Optional;

/** Reads sessions from Postgres. */
public record PostgresSessions(SessionQueries queries, InstantSource clock)
    implements SessionFinder, SessionDetails {
  private static final int FILES = 100;
  private static final int LATEST_ACTIVITIES = 20;

  @Override
  public Optional<SessionView> find(SessionRef ref) {
    return switch (ref) {
      case SessionRef.Number(long number) -> queries.byNumber(number);
      case SessionRef.Id(var id) -> queries.byId(id);
      case SessionRef.Current(var key) ->
          queries.current(key, clock.instant(), SessionRules.DEFAULT.inactivityGap());
      case SessionRef.Of(var activity) ->
          queries.sessionOf(activity.id(), activity.occurredAt()).flatMap(queries::byId);
    };
  }

  @Override
  public SessionDetail of(SessionView session) {
    return new SessionDetail(
        session,
        queries.files(session.id(), FILES),
        queries.timeline(session.id(), LATEST_ACTIVITIES));
  }
}
