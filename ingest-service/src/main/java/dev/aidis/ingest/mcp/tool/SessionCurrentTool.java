package dev.aidis.ingest.mcp.tool;

import dev.aidis.dashboard.AppPage;
import dev.aidis.ingest.mcp.answer.SessionShapes;
import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.ingest.session.SessionTexts;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code session_current}. */
final class SessionCurrentTool implements Tool {
  private static final Map<String, Object> RECENT =
      Schema.object()
          .required("type", Schema.string("What kind of activity, such as task_created."))
          .optional("description", Schema.string("In words."))
          .required("when", Schema.time("When it happened."))
          .build();

  private final SessionFinder sessions;
  private final SessionDetails details;
  private final SessionTexts texts;

  SessionCurrentTool(SessionFinder sessions, SessionDetails details, SessionTexts texts) {
    this.sessions = sessions;
    this.details = details;
    this.texts = texts;
  }

  @Override
  public Description description() {
    return new Description(
        "session_current",
        "Show the current session",
        """
        Tells the open session with its goal, progress, recent activities and files. Call it to \
        find your way back into the work, or to tell the user how far they have come. It changes \
        nothing.""",
        Hints.READS,
        List.of(),
        Schema.object()
            .required("open", Schema.bool("Whether a session is open."))
            .optional("session", SessionAnswer.SESSION)
            .optional("elapsed_minutes", Schema.integer("Since it began."))
            .optional("recent_activities", Schema.array(RECENT, "Newest first."))
            .optional(
                "active_files",
                Schema.array(Map.of("type", "string"), "Most often modified first."))
            .build());
  }

  @Override
  public AppPage view() {
    return AppPage.SESSION;
  }

  @Override
  public Answer call(Call call) {
    Optional<SessionView> open = sessions.find(new SessionRef.Current(call.trackerKey()));
    return open.map(session -> answer(call, session))
        .orElseGet(
            () ->
                new Answer(
                    "No session is open. The next recording begins one; session_start begins one"
                        + " with a goal.",
                    Map.of("open", false)));
  }

  private Answer answer(Call call, SessionView session) {
    SessionDetail detail = details.of(session);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("open", true);
    content.put("session", SessionShapes.SESSION.of(session));
    content.put("elapsed_minutes", Duration.between(session.startedAt(), call.at()).toMinutes());
    content.put(
        "recent_activities", detail.activities().stream().map(SessionCurrentTool::recent).toList());
    content.put("active_files", detail.files().most().stream().map(FileView::path).toList());
    return new Answer(texts.report(detail), content);
  }

  private static Map<String, Object> recent(ActivityView activity) {
    Map<String, Object> recent = new LinkedHashMap<>();
    recent.put("type", activity.type());
    if (activity.description() != null) {
      recent.put("description", activity.description());
    }
    recent.put("when", activity.occurredAt().toString());
    return recent;
  }
}
