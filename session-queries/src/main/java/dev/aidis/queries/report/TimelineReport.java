package dev.aidis.queries.report;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.SessionView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of a session: an activity a line, in the order they happened.
 *
 * @param zone in which times are shown
 * @param width in columns
 */
public record TimelineReport(ZoneId zone, int width) {
  private static final int TYPE_WIDTH = 17;

  /**
   * Draws the timeline, ending in a line break.
   *
   * @param activities newest first, as they are read; the oldest may be missing
   */
  public String of(SessionView session, List<ActivityView> activities) {
    StringBuilder report = new StringBuilder();
    line(
        report,
        "⏱️  Session #%d - %s - %s"
            .formatted(
                session.number(),
                Wording.textOr(session.project(), "no project"),
                session.status()));
    long missing = session.counters().activities() - activities.size();
    if (missing > 0) {
      line(report, "… " + missing + " earlier");
    }
    @Nullable LocalDate day = null;
    for (ActivityView activity : activities.reversed()) {
      LocalDate activityDay = activity.occurredAt().atZone(zone).toLocalDate();
      if (!activityDay.equals(day)) {
        day = activityDay;
        report.append('\n');
        line(report, Wording.date(activity.occurredAt(), zone));
      }
      line(report, entry(activity));
    }
    return report.toString();
  }

  private String entry(ActivityView activity) {
    String about = Wording.about(activity);
    String lines = Wording.lines(activity);
    return "  %s  %s  %s"
        .formatted(
            Wording.time(activity.occurredAt(), zone),
            Cells.left(Wording.type(activity), TYPE_WIDTH),
            about.isEmpty() || lines.isEmpty() ? about + lines : about + " (" + lines + ")");
  }

  private void line(StringBuilder report, String text) {
    report.append(Cells.cut(text.stripTrailing(), width)).append('\n');
  }
}
