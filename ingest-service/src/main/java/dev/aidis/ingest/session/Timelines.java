package dev.aidis.ingest.session;

import dev.aidis.queries.ActivityView;
import java.util.List;
import java.util.UUID;

/** Reads what happened in a session of an owner. */
@FunctionalInterface
public interface Timelines {

  /**
   * The latest activities, newest first.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  List<ActivityView> of(String owner, UUID sessionId, int limit);
}
