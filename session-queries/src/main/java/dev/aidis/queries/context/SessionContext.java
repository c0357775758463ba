package dev.aidis.queries.context;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskProgress;
import java.time.Duration;
import java.time.YearMonth;
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
 * @param archivedMonths of which the activities are missing until they are brought back, and with
 *     them such tasks as went on in the session, but neither began there nor were told of last
 *     there
 */
public record SessionContext(
    SessionView session,
    Duration elapsed,
    TaskProgress tasks,
    List<ActivityView> recentActivities,
    FileList activeFiles,
    List<Advice> advice,
    List<YearMonth> archivedMonths) {
  public static final int ACTIVITIES = 10;
  public static final int FILES = 50;

  public SessionContext {
    recentActivities = List.copyOf(recentActivities);
    advice = List.copyOf(advice);
    archivedMonths = List.copyOf(archivedMonths);
  }

  /** As JSON draws it, with the plan's names (section 6.3); what is absent is left out. */
  public Map<String, Object> asMap() {
    return ContextMap.of(this);
  }
}
