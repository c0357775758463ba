package dev.aidis.ingest.answers;

import dev.aidis.queries.FileList;
import java.util.UUID;

/** Tells the files of sessions. */
@FunctionalInterface
public interface SessionFiles {

  /**
   * The files of a session of the owner.
   *
   * @param limit at most so many are listed; all are counted
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  FileList of(String owner, UUID session, int limit);
}
