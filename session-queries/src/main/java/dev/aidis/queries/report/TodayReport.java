package dev.aidis.queries.report;

import dev.aidis.queries.SessionView;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import dev.aidis.queries.stats.Statistics;
import dev.aidis.schemas.Counters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What happened today.
 *
 * @param zone whose today it is
 */
public record TodayReport(ZoneId zone) {

  /**
   * What today says.
   *
   * @param day the statistics of today
   * @param sessions that were going on some time today, newest first
   */
  public Page of(Statistics day, List<SessionView> sessions, Instant now) {
    Counters counters = day.counters();
    Page.Writer page =
        Page.write(
                Frame.BOX, Symbol.CALENDAR, Text.of("TODAY - " + Wording.date(day.range().first())))
            .section()
            .field("Time", Text.of(Wording.duration(day.clock())))
            .field("Sessions Begun", Text.of(Long.toString(day.sessions())))
            .field("Avg Productivity", Wording.score(day.averageScore()))
            .field("Tasks", Text.of(SessionListReport.tasks(counters) + " completed"))
            .field("Decisions", Text.of(counters.decisionsMade() + " made"))
            .field("Context", Text.of(Wording.count(counters.contextItemsAdded(), "item")))
            .field("Code", Text.of(SessionListReport.code(counters) + " lines"))
            .section();
    sessions.stream()
        .filter(SessionView::open)
        .findFirst()
        .ifPresent(open -> open(page, open, now));
    if (sessions.isEmpty()) {
      return page.line(Symbol.NONE, Text.of("Nothing was recorded today.")).page();
    }
    return page.add(new SessionListReport(zone).table(sessions)).page();
  }

  private static void open(Page.Writer page, SessionView session, Instant now) {
    page.field(
            Symbol.PLACE,
            "Going on",
            Text.of(
                    "#%d for %s, "
                        .formatted(
                            session.number(),
                            Wording.duration(Duration.between(session.startedAt(), now))))
                .and(Text.told(session.goal(), "without a goal")))
        .gap();
  }
}
