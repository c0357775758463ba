package dev.aidis.queries;

import java.util.List;
import java.util.OptionalInt;

/**
 * How far the tasks of a session are: each task that it is about once. Who looks back takes the
 * status as told last in that session; who wants to go on, the status that it has now.
 */
public record TaskProgress(long completed, long inProgress, long todo) {

  public static final String COMPLETED = "completed";
  public static final String IN_PROGRESS = "in_progress";
  public static final TaskProgress NONE = new TaskProgress(0, 0, 0);

  /** Of tasks by their status now. */
  public static TaskProgress of(List<TaskView> tasks) {
    long completed = count(tasks, COMPLETED);
    long inProgress = count(tasks, IN_PROGRESS);
    return new TaskProgress(completed, inProgress, tasks.size() - completed - inProgress);
  }

  private static long count(List<TaskView> tasks, String status) {
    return tasks.stream().filter(task -> task.status().equals(status)).count();
  }

  public long total() {
    return completed + inProgress + todo;
  }

  /** Those that are not completed. */
  public long remaining() {
    return inProgress + todo;
  }

  /** Completed of all, in whole percent, rounded down; absent where there are no tasks. */
  public OptionalInt percent() {
    return total() == 0
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(100 * completed / total()));
  }
}
