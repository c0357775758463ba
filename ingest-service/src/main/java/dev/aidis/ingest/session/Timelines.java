package dev.aidis.ingest.session;

import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.TimelinePage;
import java.util.UUID;

/** Reads what happened in a session of an owner. */
@FunctionalInterface
public interface Timelines {

  /**
   * A page of it.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  TimelinePage of(String owner, UUID sessionId, TimelineFilter filter);
}
