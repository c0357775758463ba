package dev.aidis.ingest.mcp.tool;

import dev.aidis.queries.SessionView;
import dev.aidis.queries.context.SessionContext;
import dev.aidis.queries.report.ContextReport;
import java.util.List;
import java.util.Map;

/** {@code session_context}. */
final class SessionContextTool implements Tool {
  private static final Map<String, Object> TEXTS_ITEM = Map.of("type", "string");

  private final Sources sources;

  SessionContextTool(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        "session_context",
        "Show the session's context",
        """
        Tells what you need to go on with a session: goal, progress of its tasks, latest \
        activities, files being worked on, and advice that you may offer to the user. Call it when \
        you begin, or when you have lost the thread.""",
        Hints.READS,
        List.of(NamedSession.OPTIONAL),
        schema());
  }

  @Override
  public Answer call(Call call) {
    SessionView session = NamedSession.of(call, sources.sessions());
    SessionContext context =
        sources
            .contexts()
            .of(session.owner(), session.id(), call.at())
            .orElseThrow(
                () ->
                    new NothingThereException(
                        "Session %d is there no more. sessions_list shows those there are."
                            .formatted(session.number())));
    return new Answer(
        sources.texts().draw(new ContextReport(sources.texts().zone()).of(context)),
        context.asMap());
  }

  private static Map<String, Object> schema() {
    return Schema.object()
        .required("current_session", session())
        .required("advice", Schema.array(advice(), "What you may offer, most important first."))
        .build();
  }

  private static Map<String, Object> session() {
    return Schema.object()
        .required("id", Schema.integer("The session's number, how users name it."))
        .required("uuid", Schema.uuid("Stays the same for ever."))
        .optional("project", Schema.string("What is worked on."))
        .optional("goal", Schema.string("What is to be reached."))
        .required("started", Schema.time("Time of its first activity."))
        .required("elapsed_minutes", Schema.integer("Since it began."))
        .required("status", Schema.string("active, paused, ended or timeout."))
        .required(
            "progress",
            Schema.object()
                .required("tasks", tasks())
                .required("context_items", Schema.integer("Context items added."))
                .required("decisions", Schema.integer("Decisions made."))
                .build())
        .required("recent_activities", Schema.array(activity(), "Newest first."))
        .required("active_files", Schema.array(TEXTS_ITEM, "Most often modified first."))
        .required("tags", Schema.array(TEXTS_ITEM, "Kinds of work."))
        .optional(
            "archived_months",
            Schema.array(TEXTS_ITEM, "Of which activities are missing, such as 2026-01."))
        .build();
  }

  private static Map<String, Object> tasks() {
    return Schema.object()
        .required("total", Schema.integer("Tasks that the session is about."))
        .required("completed", Schema.integer("Of them."))
        .required("in_progress", Schema.integer("Of them."))
        .required("todo", Schema.integer("Of them."))
        .build();
  }

  private static Map<String, Object> activity() {
    return Schema.object()
        .required("type", Schema.string("What kind of activity, such as task_created."))
        .optional("description", Schema.string("In words."))
        .optional("title", Schema.string("Of what it is about."))
        .optional("file", Schema.string("The path of a file."))
        .required("when", Schema.time("When it happened."))
        .build();
  }

  private static Map<String, Object> advice() {
    Map<String, Object> remaining =
        Schema.object()
            .required("id", Schema.integer("The task's number."))
            .optional("title", Schema.string("What is to be done."))
            .required("status", Schema.string("todo or in_progress."))
            .build();
    return Schema.object()
        .required("kind", Schema.string("Such as unfinished_tasks."))
        .required("text", Schema.string("To be said to the user as it stands."))
        .required(
            "facts",
            Schema.object()
                .optional("file", Schema.string("The path of a file."))
                .optional("times_modified", Schema.integer("How often."))
                .optional("goal", Schema.string("What is to be reached."))
                .optional("tasks", tasks())
                .optional("remaining", Schema.array(remaining, "Tasks that are not done."))
                .optional("decisions", Schema.integer("How many were made."))
                .optional("titles", Schema.array(TEXTS_ITEM, "Of the latest decisions."))
                .build())
        .build();
  }
}
