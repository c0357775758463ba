package dev.aidis.queries;

import java.util.OptionalInt;

/**
 * How far the tasks of a session are: each task that it is about once, by its status as told last
 * in that session.
 */
public record TaskProgress(long completed, long inProgress, long todo) {

  public static final TaskProgress NONE = new TaskProgress(0, 0, 0);

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
