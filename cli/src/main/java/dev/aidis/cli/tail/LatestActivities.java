package dev.aidis.cli.tail;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers which activities were shown: two places tell them, and a stream that begins again. */
final class LatestActivities {
  private static final int REMEMBERED = 5_000;

  private final Map<String, Boolean> ids =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Whether it was not asked for before; what has no id always is. */
  boolean isNew(String id) {
    return id.isEmpty() || ids.put(id, true) == null;
  }
}
