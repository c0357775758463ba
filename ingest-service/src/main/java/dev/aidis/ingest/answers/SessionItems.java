package dev.aidis.ingest.answers;

import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.TaskView;
import java.util.List;
import java.util.UUID;

/** Tells the tasks, decisions and context items of a session. */
@FunctionalInterface
public interface SessionItems {

  /**
   * Those of a session of the owner, each kind in time order; empty where it is not theirs. They
   * are there for archived months too.
   *
   * @param limit at most so many of each kind
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  Items of(String owner, UUID session, int limit);

  /**
   * What was found.
   *
   * @param tasks with the status that they have now
   */
  record Items(List<TaskView> tasks, List<DecisionView> decisions, List<ContextItemView> context) {
    public Items {
      tasks = List.copyOf(tasks);
      decisions = List.copyOf(decisions);
      context = List.copyOf(context);
    }
  }
}
