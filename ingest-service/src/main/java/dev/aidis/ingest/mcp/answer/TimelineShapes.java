package dev.aidis.ingest.mcp.answer;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelinePage;
import java.time.YearMonth;
import java.util.List;

/** What happened in sessions, as tools answer with it. */
public final class TimelineShapes {
  public static final Shape<ActivityView> ACTIVITY =
      Shape.<ActivityView>empty()
          .with("type", Json.TEXT, "What kind, such as task_created.", ActivityView::type)
          .with("when", Json.TIME, "When it happened.", ActivityView::occurredAt)
          .with("machine", Json.TEXT, "Where it happened.", ActivityView::machine)
          .maybe("client", Json.TEXT, "The program that told it.", ActivityView::client)
          .maybe("project", Json.TEXT, "What it was done for.", ActivityView::project)
          .with("ai_involved", Json.BOOLEAN, "Or a human alone.", ActivityView::aiInvolved)
          .maybe("ai_model", Json.TEXT, "The model involved.", ActivityView::aiModel)
          .maybe("description", Json.TEXT, "In words.", ActivityView::description)
          .maybe("title", Json.TEXT, "Of what it is about.", ActivityView::title)
          .maybe("body", Json.TEXT, "What was told at length.", ActivityView::body)
          .maybe("status", Json.TEXT, "Of a task, as told with it.", ActivityView::status)
          .maybe("file", Json.TEXT, "The path of a file.", ActivityView::filePath)
          .maybe("lines_added", Json.INTEGER, "To the file.", ActivityView::linesAdded)
          .maybe("lines_removed", Json.INTEGER, "From the file.", ActivityView::linesRemoved)
          .with("tags", Json.TEXTS, "Labels it was told with.", ActivityView::tags);

  /**
   * A page of a session's timeline.
   *
   * @param archived months of which the activities are in the archive
   */
  public record Timeline(SessionView session, TimelinePage page, List<YearMonth> archived) {
    public Timeline {
      archived = List.copyOf(archived);
    }
  }

  public static final Shape<Timeline> TIMELINE =
      Shape.<Timeline>empty()
          .with("session", SessionShapes.NAME.json(), "Whose timeline it is.", Timeline::session)
          .with(
              "activities",
              ACTIVITY.list(),
              "In the order asked for.",
              timeline -> timeline.page().activities())
          .with(
              "archived_months",
              Json.TEXTS,
              "Months whose activities are not shown until they are brought back.",
              timeline -> timeline.archived().stream().map(YearMonth::toString).toList())
          .maybe("next", Json.TEXT, Next.DESCRIPTION, timeline -> Next.of(timeline.page().next()));

  private TimelineShapes() {}
}
