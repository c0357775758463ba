package dev.aidis.ingest.answers;

import dev.aidis.queries.FileView;
import java.util.List;
import java.util.UUID;

/** Tells the files of sessions. */
@FunctionalInterface
public interface SessionFiles {

  /**
   * The files of a session of the owner, most often modified first.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  List<FileView> of(String owner, UUID session, int limit);
}
