package dev.aidis.ingest.answers;

import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionPage;

/** Lists sessions page by page. */
@FunctionalInterface
public interface SessionPages {

  /**
   * A page, newest first.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  SessionPage of(SessionFilter filter);
}
