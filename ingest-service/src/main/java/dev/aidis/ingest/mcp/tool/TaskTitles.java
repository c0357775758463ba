package dev.aidis.ingest.mcp.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The titles of the tasks that were created lately, so that the timeline can name a task whose
 * update does not. Thread-safe.
 */
final class TaskTitles {
  private static final int MAX_TASKS = 10_000;

  private final Map<UUID, String> titles =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, String> eldest) {
          return size() > MAX_TASKS;
        }
      };

  synchronized void note(UUID taskId, String title) {
    titles.put(taskId, title);
  }

  synchronized Optional<String> of(UUID taskId) {
    return Optional.ofNullable(titles.get(taskId));
  }
}
