package dev.aidis.ingest.session;

import dev.aidis.queries.SessionView;

/** Draws the report of a session, open or closed. */
@FunctionalInterface
public interface SessionReports {

  /**
   * The report as text.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  String of(SessionView session);
}
