package dev.aidis.ingest.session;

import dev.aidis.queries.SessionView;
import java.util.Optional;

/** Finds a session as it is in Postgres. */
@FunctionalInterface
public interface SessionFinder {

  /**
   * The session, if there is one by that name.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  Optional<SessionView> find(SessionRef ref);
}
