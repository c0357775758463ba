package dev.aidis.ingest.answers;

import dev.aidis.queries.TaskView;
import java.util.List;
import java.util.UUID;

/** Tells the tasks that were completed in sessions. */
@FunctionalInterface
public interface CompletedTasks {

  /**
   * Those of a session of the owner as they stand now, in the order they were completed.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  List<TaskView> of(String owner, UUID session, int limit);
}
