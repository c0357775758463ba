package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.answer.DetailShapes;
import dev.aidis.ingest.mcp.answer.TimelineShapes;
import dev.aidis.ingest.mcp.answer.TimelineShapes.Timeline;
import dev.aidis.ingest.mcp.tool.NothingThereException;
import dev.aidis.ingest.mcp.tool.Sources;
import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.page.Drawing;
import dev.aidis.queries.report.SessionReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients can put before an assistant without a tool: sessions of the caller, as {@code
 * aidis://session/current} or with a number or UUID instead, their timelines and reports.
 */
record SessionResources(Sources sources, JsonMapper json) {
  static final String CURRENT = "aidis://session/current";
  static final String JSON_TYPE = "application/json";
  static final String MARKDOWN_TYPE = "text/markdown";

  private static final int ACTIVITIES = 200;
  private static final Pattern URI =
      Pattern.compile("aidis://session/([^/]{1,40})(/timeline|/report)?");

  /** A kind of them, as clients list it. */
  record Template(String uri, String name, String title, String description, String type) {}

  static final List<Template> TEMPLATES =
      List.of(
          new Template(
              "aidis://session/{session}",
              "session",
              "A session",
              "A session by its number, UUID or as current: goal, progress, score, files.",
              JSON_TYPE),
          new Template(
              "aidis://session/{session}/timeline",
              "session_timeline",
              "A session's timeline",
              "The latest 200 activities of a session, newest first.",
              JSON_TYPE),
          new Template(
              "aidis://session/{session}/report",
              "session_report",
              "A session's report",
              "The report of a session, for people to read.",
              MARKDOWN_TYPE));

  /** What a resource holds. */
  record Content(String type, String text) {}

  /**
   * What is there now.
   *
   * @throws NothingThereException if the caller has no such session
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  Content read(Caller caller, String uri, Instant now) {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches()) {
      throw new NothingThereException(
          "There is no resource %s; there are %s."
              .formatted(uri, String.join(", ", TEMPLATES.stream().map(Template::uri).toList())));
    }
    SessionView session = find(caller, parts.group(1));
    return switch (Optional.ofNullable(parts.group(2)).orElse("")) {
      case "/timeline" -> asJson(timeline(session));
      case "/report" -> new Content(MARKDOWN_TYPE, report(session, now));
      default -> asJson(DetailShapes.DETAIL.of(sources.details().of(session)));
    };
  }

  /** How the session is named in a URI, if it is one of these. */
  static Optional<String> sessionIn(String uri) {
    Matcher parts = URI.matcher(uri);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }

  private SessionView find(Caller caller, String name) {
    return parse(caller, name)
        .flatMap(sources.sessions()::find)
        .orElseThrow(
            () ->
                new NothingThereException(
                    name.equals("current")
                        ? "No session is open."
                        : "The user has no session " + name + "."));
  }

  private static Optional<SessionRef> parse(Caller caller, String name) {
    try {
      return Optional.of(SessionRef.parse(name, caller.trackerKey()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Map<String, Object> timeline(SessionView session) {
    return TimelineShapes.TIMELINE.of(
        new Timeline(
            session,
            sources
                .timelines()
                .of(session.owner(), session.id(), TimelineFilter.newest(ACTIVITIES)),
            sources.archivedMonths().of(session)));
  }

  private String report(SessionView session, Instant now) {
    SessionDetail detail = sources.details().of(session);
    return new Drawing.Markdown()
        .of(
            new SessionReport(sources.texts().zone())
                .of(detail.session(), detail.files(), detail.activities(), now));
  }

  private Content asJson(Map<String, Object> content) {
    return new Content(JSON_TYPE, json.writeValueAsString(content));
  }
}
