package dev.aidis.ingest.session;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TrackerKey;
import java.util.Map;

/**
 * The uses of this tracker's own tools that were recorded over MCP, by the id that the assistant
 * gave them: its hooks tell the same uses again. Thread-safe; remembers the most recent ones only.
 */
public final class ToolUses {
  /** The attribute of an activity that names the use of a tool it comes from. */
  public static final String ATTRIBUTE = "toolUseId";

  private static final int MAX_USES = 10_000;

  private final Map<Use, Boolean> recorded = new Recent<>(MAX_USES);

  private record Use(TrackerKey key, String id) {}

  /** Takes notice of an activity that was published. */
  public synchronized void note(Activity activity) {
    String id = activity.attributes().get(ATTRIBUTE);
    if (id != null) {
      recorded.put(new Use(activity.trackerKey(), id), true);
    }
  }

  public synchronized boolean isRecorded(TrackerKey key, String id) {
    return recorded.containsKey(new Use(key, id));
  }
}
