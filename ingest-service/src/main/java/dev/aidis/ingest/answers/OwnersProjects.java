package dev.aidis.ingest.answers;

import dev.aidis.queries.ProjectView;
import java.util.List;

/** Lists projects. */
@FunctionalInterface
public interface OwnersProjects {

  /**
   * The projects of an owner's sessions, those worked on last first.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  List<ProjectView> of(String owner, int limit);
}
