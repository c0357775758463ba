package dev.aidis.queries.context;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an assistant is told about a session.
 *
 * @param elapsed since the session began
 * @param tasks that the session is about, by their status now
 * @param recentActivities the latest {@value #ACTIVITIES}, newest first
 * @param activeFiles at most {@value #FILES} are listed, all are counted
 * @param advice what matters most first
 */
public record SessionContext(
    SessionView session,
    Duration elapsed,
    TaskProgress tasks,
    List<ActivityView> recentActivities,
    FileList activeFiles,
    List<Advice> advice) {
  public static final int ACTIVITIES = 10;
  public static final int FILES = 50;

  public SessionContext {
    recentActivities = List.copyOf(recentActivities);
    advice = List.copyOf(advice);
  }

  /** As JSON draws it, with the plan's names (section 6.3); what is absent is left out. */
  public Map<String, Object> asMap() {
    return ContextMap.of(this);
  }
}
