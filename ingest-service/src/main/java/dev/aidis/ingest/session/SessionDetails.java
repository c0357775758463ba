package dev.aidis.ingest.session;

import dev.aidis.queries.SessionView;

/** Reads what belongs to a session. */
@FunctionalInterface
public interface SessionDetails {

  /**
   * The session with its files and latest activities.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  SessionDetail of(SessionView session);
}
