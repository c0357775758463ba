package dev.aidis.ingest.answers;

import dev.aidis.queries.Scope;
import dev.aidis.queries.accomplishment.Accomplishments;

/** Tells what was accomplished. */
@FunctionalInterface
public interface LastAccomplishments {

  /**
   * What was accomplished in the sessions that began last.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  Accomplishments of(Scope scope, int sessions);
}
