package dev.aidis.ingest.session;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.report.SessionReport;
import dev.aidis.queries.report.SessionTable;
import dev.aidis.queries.report.TimelineReport;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/**
 * Draws sessions as text.
 *
 * @param zone in which times are shown
 */
public record SessionTexts(ZoneId zone, InstantSource clock) {

  public String table(List<SessionView> sessions, int width) {
    return new SessionTable(zone, width).of(sessions);
  }

  /** As the plan draws it: the status of an open session, the summary of a closed one. */
  public String report(SessionDetail detail, int width) {
    return new SessionReport(zone, width)
        .of(detail.session(), detail.files(), detail.activities(), clock.instant());
  }

  /** The report in the plan's own width. */
  public String report(SessionDetail detail) {
    return report(detail, SessionReport.PLAN_WIDTH);
  }

  public String timeline(SessionView session, List<ActivityView> activities, int width) {
    return new TimelineReport(zone, width).of(session, activities);
  }
}
