package dev.aidis.ingest.answers;

import dev.aidis.queries.WorkspaceView;
import java.util.List;

/** Lists workspaces. */
@FunctionalInterface
public interface OwnersWorkspaces {

  /**
   * The workspaces of an owner's sessions, those worked in last first.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  List<WorkspaceView> of(String owner, int limit);
}
