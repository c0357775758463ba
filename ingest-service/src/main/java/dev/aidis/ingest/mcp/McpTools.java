package dev.aidis.ingest.mcp;

import dev.aidis.ingest.activity.ActivityRecorder;
import java.util.List;

/** All tools, in the order clients list them. */
final class McpTools {
  private McpTools() {}

  static List<Tool> all(ActivityRecorder recorder) {
    return List.of(new SessionStartTool(recorder), new TaskCreateTool(recorder));
  }
}
