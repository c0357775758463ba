package dev.aidis.queries.context;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskProgress;
import dev.aidis.queries.TaskView;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws a context with the names of JSON. */
final class ContextMap {
  private ContextMap() {}

  static Map<String, Object> of(SessionContext context) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("current_session", session(context));
    map.put("advice", context.advice().stream().map(ContextMap::advice).toList());
    return map;
  }

  private static Map<String, Object> session(SessionContext context) {
    SessionView session = context.session();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", session.number());
    map.put("uuid", session.id().toString());
    putIfTold(map, "project", session.project());
    putIfTold(map, "goal", session.goal());
    map.put("started", session.startedAt().toString());
    map.put("elapsed_minutes", context.elapsed().toMinutes());
    map.put("status", session.status());
    map.put("progress", progress(context));
    map.put(
        "recent_activities",
        context.recentActivities().stream().map(ContextMap::activity).toList());
    map.put("active_files", context.activeFiles().most().stream().map(FileView::path).toList());
    map.put("tags", session.tags());
    if (!context.archivedMonths().isEmpty()) {
      map.put(
          "archived_months", context.archivedMonths().stream().map(YearMonth::toString).toList());
    }
    return map;
  }

  private static Map<String, Object> progress(SessionContext context) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("tasks", tasks(context.tasks()));
    map.put("context_items", context.session().counters().contextItemsAdded());
    map.put("decisions", context.session().counters().decisionsMade());
    return map;
  }

  private static Map<String, Object> tasks(TaskProgress tasks) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("total", tasks.total());
    map.put("completed", tasks.completed());
    map.put("in_progress", tasks.inProgress());
    map.put("todo", tasks.todo());
    return map;
  }

  private static Map<String, Object> activity(ActivityView activity) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", activity.type());
    putIfTold(map, "description", activity.description());
    putIfTold(map, "title", activity.title());
    putIfTold(map, "file", activity.filePath());
    map.put("when", activity.occurredAt().toString());
    return map;
  }

  private static Map<String, Object> advice(Advice advice) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", advice.kind());
    map.put("text", advice.sentence());
    map.put("facts", facts(advice));
    return map;
  }

  private static Map<String, Object> facts(Advice advice) {
    Map<String, Object> facts = new LinkedHashMap<>();
    switch (advice) {
      case Advice.HeavilyModifiedFile file -> {
        facts.put("file", file.path());
        facts.put("times_modified", file.timesModified());
      }
      case Advice.UnfinishedTasks unfinished -> {
        facts.put("goal", unfinished.goal());
        facts.put("tasks", tasks(unfinished.progress()));
        facts.put("remaining", unfinished.remaining().stream().map(ContextMap::task).toList());
      }
      case Advice.DecisionsToSummarize decisions -> {
        facts.put("decisions", decisions.count());
        facts.put("titles", decisions.titles());
      }
    }
    return facts;
  }

  private static Map<String, Object> task(TaskView task) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", task.number());
    putIfTold(map, "title", task.title());
    map.put("status", task.status());
    return map;
  }

  private static void putIfTold(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
  }
}
