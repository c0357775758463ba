package dev.aidis.ingest.mcp.tool;

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
public record McpTools(List<Tool> all) {

  public McpTools {
    all = List.copyOf(all);
  }

  public static McpTools of(ActivityRecorder recorder, SessionEffects effects, Sources sources) {
    TaskTitles titles = new TaskTitles();
    SessionFinder sessions = sources.sessions();
    SessionDetails details = sources.details();
    SessionTexts texts = sources.texts();
    return new McpTools(
        List.of(
            new SessionStartTool(effects),
            new SessionEndTool(effects, details, texts),
            SessionBreakTool.pause(effects),
            SessionBreakTool.resume(effects),
            new SessionCurrentTool(sessions, details, texts),
            new SessionContextTool(sources),
            new SessionGetTool(sources),
            new SessionTimelineTool(sources),
            new SessionGoalTool(effects),
            new SessionEvaluateGoalTool(effects, sources),
            SessionTagTool.tag(effects),
            SessionTagTool.untag(effects),
            new SessionNoteTool(effects),
            new SessionProjectTool(effects),
            new SessionsListTool(sources),
            new SessionsStatsTool(sources),
            new SessionsPatternsTool(sources),
            new SessionsCompareTool(sources),
            new TaskCreateTool(recorder, titles),
            new TaskUpdateTool(recorder, titles),
            ItemListTool.tasks(sources),
            new DecisionRecordTool(recorder),
            ItemListTool.decisions(sources),
            new ContextAddTool(recorder),
            ItemListTool.context(sources),
            new FileTrackTool(recorder),
            new ProjectListTool(sources),
            new ProjectCreateTool(recorder)));
  }

  public Set<String> names() {
    return all.stream().map(tool -> tool.description().name()).collect(Collectors.toSet());
  }
}
