package dev.aidis.ingest.answers;

import dev.aidis.queries.ItemFilter;
import dev.aidis.queries.ItemPage;
import dev.aidis.queries.TaskView;
import org.jspecify.annotations.Nullable;

/** Lists tasks. */
@FunctionalInterface
public interface TaskLists {

  /**
   * Tasks of an owner, newest first.
   *
   * @param status {@code todo}, {@code in_progress} or {@code completed}; absent for all
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  ItemPage<TaskView> of(ItemFilter filter, @Nullable String status);
}
