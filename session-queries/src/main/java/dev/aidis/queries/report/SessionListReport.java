package dev.aidis.queries.report;

import dev.aidis.queries.SessionView;
import dev.aidis.queries.page.Block;
import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import dev.aidis.schemas.Counters;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A list of sessions as a table.
 *
 * @param zone in which times are shown
 */
public record SessionListReport(ZoneId zone) {
  private static final int GOES_LAST = 0;
  private static final int PROJECT = 2;
  private static final int STATUS = 3;
  private static final int SCORE = 4;
  private static final int DURATION = 5;
  private static final int GOAL = 6;
  private static final int OWNER = 7;
  private static final int TASKS = 8;
  private static final int GOES_FIRST = 9;

  private record Shown(Column column, Function<SessionView, Text> value) {}

  /** What the list of all sessions says, in their order. */
  public Page of(List<SessionView> sessions) {
    return of(sessions, false);
  }

  /**
   * What the list says: the sessions in their order.
   *
   * @param filtered whether others may have been left out
   */
  public Page of(List<SessionView> sessions, boolean filtered) {
    Page.Writer page = Page.write(Frame.BARE, Symbol.CLIPBOARD, Text.of("Sessions")).section();
    return sessions.isEmpty()
        ? page.line(
                Symbol.NONE, Text.of(filtered ? "No session is like that." : "No sessions yet."))
            .page()
        : page.add(table(sessions)).page();
  }

  /** The rows alone, for a place within another report. */
  Block table(List<SessionView> sessions) {
    List<Shown> shown = shown(sessions);
    return new Block.Table(
        Mark.NONE,
        true,
        shown.stream().map(Shown::column).toList(),
        sessions.stream()
            .map(session -> shown.stream().map(one -> one.value.apply(session)).toList())
            .toList());
  }

  private List<Shown> shown(List<SessionView> sessions) {
    List<Shown> shown = new ArrayList<>();
    add(shown, "#", Fit.NUMBER, GOES_LAST, s -> Text.of(Long.toString(s.number())));
    add(
        shown,
        "Started",
        Fit.FIXED,
        GOES_LAST,
        s -> Text.of(Wording.dateAndTime(s.startedAt(), zone)));
    add(shown, "Project", Fit.NAME, PROJECT, s -> Text.told(s.project(), "-"));
    if (sessions.stream().map(SessionView::owner).distinct().count() > 1) {
      add(shown, "Owner", Fit.NAME, OWNER, s -> Text.told(s.owner()));
    }
    add(shown, "Duration", Fit.FIXED, DURATION, s -> Text.of(duration(s)));
    add(shown, "Tasks", Fit.FIXED, TASKS, s -> Text.of(tasks(s.counters())));
    add(shown, "Code", Fit.FIXED, GOES_FIRST, s -> Text.of(code(s.counters())));
    add(shown, "Score", Fit.NUMBER, SCORE, s -> Wording.points(s.productivityScore()));
    add(shown, "Status", Fit.FIXED, STATUS, s -> Text.told(s.status()));
    add(shown, "Goal", Fit.REST, GOAL, s -> Text.told(s.goal(), ""));
    return shown;
  }

  private static void add(
      List<Shown> shown, String title, Fit fit, int rank, Function<SessionView, Text> value) {
    shown.add(new Shown(new Column(title, fit, rank), value));
  }

  private static String duration(SessionView session) {
    return Wording.duration(Duration.ofMinutes(session.durationMinutes()));
  }

  static String tasks(Counters counters) {
    return counters.tasksCompleted() + "/" + counters.tasksCreated();
  }

  static String code(Counters counters) {
    return "+%d -%d".formatted(counters.linesAdded(), counters.linesRemoved());
  }
}
