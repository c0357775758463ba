package dev.aidis.ingest.mcp.answer;

import dev.aidis.domain.Indicators;
import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.queries.FileView;
import org.jspecify.annotations.Nullable;

/** A session with all that is known about it, as tools answer with it. */
public final class DetailShapes {
  private static final Shape<Indicators.Indicator> INDICATOR =
      Shape.<Indicators.Indicator>empty()
          .with("name", Json.TEXT, "Such as completion_rate.", Indicators.Indicator::name)
          .with("label", Json.TEXT, "The name for people.", Indicators.Indicator::label)
          .maybe(
              "value",
              Json.NUMBER,
              "Absent where there is nothing to divide by.",
              Indicators.Indicator::value)
          .maybe("status", Json.TEXT, "What it is worth.", DetailShapes::status);

  private static final Shape<FileView> FILE =
      Shape.<FileView>empty()
          .with("path", Json.TEXT, "Where it is.", FileView::path)
          .with("times_modified", Json.INTEGER, "How often.", FileView::timesModified)
          .with("mentions", Json.INTEGER, "How often it was @mentioned.", FileView::mentions)
          .with("lines_added", Json.INTEGER, "In the session.", FileView::linesAdded)
          .with("lines_removed", Json.INTEGER, "In the session.", FileView::linesRemoved)
          .maybe("last_modified_at", Json.TIME, "If it was.", FileView::lastModifiedAt);

  public static final Shape<SessionDetail> DETAIL =
      Shape.<SessionDetail>empty()
          .with(
              "session",
              SessionShapes.SESSION.json(),
              "The session, as it stands.",
              SessionDetail::session)
          .with(
              "indicators",
              INDICATOR.list(),
              "How it went, by measures.",
              detail -> detail.session().indicators().all())
          .with("files", FILE.list(), "Most often modified first.", detail -> detail.files().most())
          .with(
              "recent_activities",
              TimelineShapes.ACTIVITY.list(),
              "The latest, newest first; session_timeline tells all.",
              SessionDetail::activities);

  private DetailShapes() {}

  private static @Nullable String status(Indicators.Indicator indicator) {
    Indicators.Rating rating = indicator.rating();
    return rating == null ? null : rating.wireName();
  }
}
