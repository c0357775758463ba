package dev.aidis.ingest.session;

import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionView;
import java.util.List;

/** Lists sessions. */
@FunctionalInterface
public interface SessionLister {

  /**
   * Newest first.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  List<SessionView> list(SessionFilter filter);
}
