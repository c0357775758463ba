package dev.aidis.ingest.mcp;

import dev.aidis.domain.Score;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Counters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session as tools answer with it. What a session does not have is left out. */
final class SessionContent {
  static final Map<String, Object> SCHEMA =
      describedAs(
          "The session, as it stands.",
          Schema.object()
              .required("number", Schema.integer("How users name the session."))
              .required("id", Schema.uuid("Stays the same for ever."))
              .required("status", Schema.string("active, paused, ended or timeout."))
              .required("workspace", Schema.string("Separates parallel streams of work."))
              .optional("project", Schema.string("What is worked on now."))
              .optional("goal", Schema.string("What is to be reached."))
              .optional("notes", Schema.string("The notes, one below the other."))
              .required("tags", Schema.array(Map.of("type", "string"), "Kinds of work."))
              .optional("ai_model", Schema.string("The model used last."))
              .required("started_at", Schema.time("Time of its first activity."))
              .required("last_activity_at", Schema.time("Time of its last activity."))
              .optional("ended_at", Schema.time("Absent while it is open."))
              .required("duration_minutes", Schema.integer("From start to last activity."))
              .required("progress", progressSchema())
              .required("score", scoreSchema())
              .build());

  private SessionContent() {}

  static Map<String, Object> of(SessionView session) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("number", session.number());
    content.put("id", session.id().toString());
    content.put("status", session.status());
    content.put("workspace", session.workspace());
    putIfTold(content, "project", session.project());
    putIfTold(content, "goal", session.goal());
    putIfTold(content, "notes", session.notes());
    content.put("tags", session.tags());
    putIfTold(content, "ai_model", session.aiModel());
    content.put("started_at", session.startedAt().toString());
    content.put("last_activity_at", session.lastActivityAt().toString());
    putIfTold(content, "ended_at", session.endedAt());
    content.put("duration_minutes", session.durationMinutes());
    content.put("progress", progress(session.counters()));
    content.put("score", score(session.score()));
    return content;
  }

  private static Map<String, Object> progress(Counters counters) {
    Map<String, Object> tasks = new LinkedHashMap<>();
    tasks.put("created", counters.tasksCreated());
    tasks.put("completed", counters.tasksCompleted());
    tasks.put("in_progress", counters.tasksInProgress());
    tasks.put("todo", counters.tasksTodo());
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("tasks", tasks);
    progress.put("context_items", counters.contextItemsAdded());
    progress.put("decisions", counters.decisionsMade());
    progress.put("files_modified", counters.filesModified());
    progress.put("lines_added", counters.linesAdded());
    progress.put("lines_removed", counters.linesRemoved());
    progress.put("activities", counters.activities());
    return progress;
  }

  private static Map<String, Object> progressSchema() {
    return describedAs(
        "What was done in it so far.",
        Schema.object()
            .required(
                "tasks",
                describedAs(
                    "Tasks of the session.",
                    Schema.object()
                        .required("created", Schema.integer("Created in it."))
                        .required("completed", Schema.integer("Completed in it."))
                        .required("in_progress", Schema.integer("Being worked on."))
                        .required("todo", Schema.integer("Not begun."))
                        .build()))
            .required("context_items", Schema.integer("Context items added."))
            .required("decisions", Schema.integer("Decisions made."))
            .required("files_modified", Schema.integer("Distinct files modified."))
            .required("lines_added", Schema.integer("Lines of code added."))
            .required("lines_removed", Schema.integer("Lines of code removed."))
            .required("activities", Schema.integer("All recorded activities."))
            .build());
  }

  private static Map<String, Object> score(Score score) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("total", score.total());
    content.put("version", score.version());
    content.put("parts", score.components().stream().map(SessionContent::part).toList());
    return content;
  }

  private static Map<String, Object> part(Score.Component component) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("name", component.name());
    part.put("points", component.points());
    part.put("most", component.most());
    part.put("measured", component.measured());
    return part;
  }

  private static Map<String, Object> scoreSchema() {
    Map<String, Object> part =
        Schema.object()
            .required("name", Schema.string("What is scored."))
            .required("points", Schema.number("Points for it."))
            .required("most", Schema.integer("The most points there are for it."))
            .required("measured", Schema.bool("False where there was nothing to measure."))
            .build();
    return describedAs(
        "The productivity score.",
        Schema.object()
            .required("total", Schema.number("0 to 100."))
            .required("version", Schema.integer("Version of the formula."))
            .required("parts", Schema.array(part, "What the total is the sum of."))
            .build());
  }

  private static void putIfTold(Map<String, Object> content, String name, @Nullable Object value) {
    if (value != null) {
      content.put(name, value.toString());
    }
  }

  private static Map<String, Object> describedAs(String description, Map<String, Object> schema) {
    Map<String, Object> described = new LinkedHashMap<>(schema);
    described.put("description", description);
    return described;
  }
}
