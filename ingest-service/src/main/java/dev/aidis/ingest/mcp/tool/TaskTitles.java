package dev.aidis.ingest.mcp.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The titles of the tasks that each owner created lately, so that the timeline can name a task
 * whose update does not. Thread-safe.
 */
final class TaskTitles {
  private static final int MAX_TASKS = 10_000;

  private record Name(String owner, UUID taskId) {}

  private final Map<Name, String> titles =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, String> eldest) {
          return size() > MAX_TASKS;
        }
      };

  synchronized void note(String owner, UUID taskId, String title) {
    titles.put(new Name(owner, taskId), title);
  }

  /** Absent also for a task that only another owner created. */
  synchronized Optional<String> of(String owner, UUID taskId) {
    return Optional.ofNullable(titles.get(new Name(owner, taskId)));
  }
}
