package dev.aidis.ingest.mcp;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionReports;
import java.util.List;

/** All tools, in the order clients list them. */
final class McpTools {
  private McpTools() {}

  static List<Tool> all(
      ActivityRecorder recorder,
      SessionEffects effects,
      SessionFinder sessions,
      SessionDetails details,
      SessionReports reports) {
    return List.of(
        new SessionStartTool(effects),
        new SessionEndTool(effects, reports),
        new SessionCurrentTool(sessions, details, reports),
        new SessionGoalTool(effects),
        new SessionTagTool(effects),
        new SessionNoteTool(effects),
        new SessionProjectTool(effects),
        new TaskCreateTool(recorder),
        new TaskUpdateTool(recorder),
        new ContextAddTool(recorder),
        new DecisionRecordTool(recorder),
        new FileTrackTool(recorder));
  }
}
