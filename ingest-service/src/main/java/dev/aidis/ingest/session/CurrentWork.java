package dev.aidis.ingest.session;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The project each tracker key was last switched to, as far as this process was told. Thread-safe;
 * remembers the most recently used keys only.
 */
public final class CurrentWork {
  private static final int MAX_KEYS = 10_000;

  private final Map<TrackerKey, Told> toldByKey =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TrackerKey, Told> eldest) {
          return size() > MAX_KEYS;
        }
      };

  /** A project, and when it was told. */
  public record Told(String project, Instant at) {}

  /** Takes notice of an activity that was published, whatever its type. */
  public synchronized void note(Activity activity) {
    String project = activity.project();
    if (project != null && switchesProject(activity.kind())) {
      toldByKey.merge(
          activity.trackerKey(),
          new Told(project, activity.occurredAt()),
          (known, told) -> told.at().isBefore(known.at()) ? known : told);
    }
  }

  public synchronized Optional<Told> told(TrackerKey key) {
    return Optional.ofNullable(toldByKey.get(key));
  }

  private static boolean switchesProject(ActivityType kind) {
    return kind == ActivityType.SESSION_STARTED || kind == ActivityType.PROJECT_SWITCHED;
  }
}
