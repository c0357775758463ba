package dev.aidis.ingest.session;

import dev.aidis.schemas.Activity;

/** Tells whether the effect of an activity can be read from Postgres. */
@FunctionalInterface
public interface WrittenActivities {

  /**
   * Whether the activity was written, together with all that it changed.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  boolean contains(Activity activity);
}
