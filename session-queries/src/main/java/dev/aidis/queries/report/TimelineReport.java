package dev.aidis.queries.report;

import dev.aidis.queries.ActivityView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.page.Block;
import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The timeline of a session: an activity a row, in the order they happened, by day.
 *
 * @param zone in which times are shown
 */
public record TimelineReport(ZoneId zone) {
  private static final int TYPE_WIDTH = 17;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Time", Fit.FIXED, 0),
          new Column("What", Fit.NAME, 1, TYPE_WIDTH),
          new Column("About", Fit.FLOW, 2));

  /**
   * What the timeline says.
   *
   * @param activities newest first, as they are read; some may be missing
   */
  public Page of(SessionView session, List<ActivityView> activities) {
    return of(session, activities, List.of());
  }

  /**
   * What the timeline says.
   *
   * @param activities newest first, as they are read; some may be missing
   * @param archived months in UTC of which the activities are in the archive
   */
  public Page of(SessionView session, List<ActivityView> activities, List<YearMonth> archived) {
    Page.Writer page =
        Page.write(
            Frame.OPEN,
            Symbol.CLOCK,
            Text.of("Session #%d - ".formatted(session.number()))
                .and(Text.told(session.project(), "no project"))
                .and(" - ")
                .and(Text.told(session.status())));
    long missing = session.counters().activities() - activities.size();
    if (missing > 0) {
      page.section()
          .line(
              Symbol.NONE,
              Text.of("… %d of %d not shown".formatted(missing, session.counters().activities())));
    }
    ArchiveRemark.write(page, archived);
    byDay(activities)
        .forEach(
            (day, ofDay) -> {
              page.section()
                  .add(
                      new Block.Heading(
                          Symbol.NONE, Text.of(Wording.date(ofDay.getFirst().occurredAt(), zone))));
              page.add(
                  new Block.Table(
                      Mark.STEP, false, COLUMNS, ofDay.stream().map(this::row).toList()));
            });
    return page.page();
  }

  private Map<LocalDate, List<ActivityView>> byDay(List<ActivityView> activities) {
    return activities.reversed().stream()
        .collect(
            Collectors.groupingBy(
                activity -> activity.occurredAt().atZone(zone).toLocalDate(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private List<Text> row(ActivityView activity) {
    Text about = Wording.about(activity);
    String lines = Wording.lines(activity);
    return List.of(
        Text.of(Wording.time(activity.occurredAt(), zone)),
        Wording.type(activity),
        about.isEmpty() || lines.isEmpty() ? about.and(lines) : about.and(" (" + lines + ")"));
  }
}
