package dev.aidis.ingest.mcp;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionTexts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All tools.
 *
 * @param all in the order clients list them
 */
record McpTools(List<Tool> all) {

  McpTools {
    all = List.copyOf(all);
  }

  static McpTools of(
      ActivityRecorder recorder,
      SessionEffects effects,
      SessionFinder sessions,
      SessionDetails details,
      SessionTexts texts) {
    TaskTitles titles = new TaskTitles();
    return new McpTools(
        List.of(
            new SessionStartTool(effects),
            new SessionEndTool(effects, details, texts),
            new SessionCurrentTool(sessions, details, texts),
            new SessionGoalTool(effects),
            new SessionTagTool(effects),
            new SessionNoteTool(effects),
            new SessionProjectTool(effects),
            new TaskCreateTool(recorder, titles),
            new TaskUpdateTool(recorder, titles),
            new ContextAddTool(recorder),
            new DecisionRecordTool(recorder),
            new FileTrackTool(recorder)));
  }

  Set<String> names() {
    return all.stream().map(tool -> tool.description().name()).collect(Collectors.toSet());
  }
}
