package dev.aidis.ingest.answers;

import dev.aidis.queries.DecisionView;
import java.util.List;
import java.util.UUID;

/** Tells the decisions that were made in sessions. */
@FunctionalInterface
public interface LatestDecisions {

  /**
   * The last ones of a session of the owner, in time order.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  List<DecisionView> of(String owner, UUID session, int limit);
}
