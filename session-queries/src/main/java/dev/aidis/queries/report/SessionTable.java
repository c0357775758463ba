package dev.aidis.queries.report;

import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Counters;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A list of sessions as a table. Where it would be too wide, texts are cut: the goal first, then
 * owner and project.
 *
 * @param zone in which times are shown
 * @param width in columns
 */
public record SessionTable(ZoneId zone, int width) {
  private static final String GAP = "  ";
  private static final int LEAST_TEXT = 8;
  private static final int MOST_NAME = 24;

  /** How a column takes part in the fitting. */
  private enum Fit {
    NUMBER,
    FIXED,
    NAME,
    REST
  }

  private record Column(String title, Fit fit, Function<SessionView, String> value) {

    int naturalWidth(List<SessionView> sessions) {
      int widest = Cells.width(title);
      for (SessionView session : sessions) {
        widest = Math.max(widest, Cells.width(value.apply(session)));
      }
      return fit == Fit.NAME ? Math.min(widest, MOST_NAME) : widest;
    }

    String draw(String text, int columns) {
      return fit == Fit.NUMBER ? Cells.right(text, columns) : Cells.left(text, columns);
    }
  }

  /** Draws the table, ending in a line break. */
  public String of(List<SessionView> sessions) {
    if (sessions.isEmpty()) {
      return "No sessions yet.\n";
    }
    List<Column> columns = columns(sessions);
    List<Integer> widths = fit(columns, sessions);
    StringBuilder table = new StringBuilder();
    table.append(row(columns, widths, Column::title)).append('\n');
    int ruled = widths.stream().mapToInt(w -> w).sum() + GAP.length() * (widths.size() - 1);
    table.append("─".repeat(Math.min(width, ruled))).append('\n');
    for (SessionView session : sessions) {
      table.append(row(columns, widths, column -> column.value().apply(session))).append('\n');
    }
    return table.toString();
  }

  private List<Column> columns(List<SessionView> sessions) {
    boolean severalOwners = sessions.stream().map(SessionView::owner).distinct().count() > 1;
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("#", Fit.NUMBER, session -> Long.toString(session.number())));
    columns.add(
        new Column(
            "Started", Fit.FIXED, session -> Wording.dateAndTime(session.startedAt(), zone)));
    columns.add(new Column("Project", Fit.NAME, session -> Wording.textOr(session.project(), "-")));
    if (severalOwners) {
      columns.add(new Column("Owner", Fit.NAME, session -> UserText.line(session.owner())));
    }
    columns.add(
        new Column(
            "Duration",
            Fit.FIXED,
            session -> Wording.duration(Duration.ofMinutes(session.durationMinutes()))));
    columns.add(new Column("Tasks", Fit.FIXED, session -> tasks(session.counters())));
    columns.add(new Column("Code", Fit.FIXED, session -> code(session.counters())));
    columns.add(new Column("Score", Fit.NUMBER, SessionTable::score));
    columns.add(new Column("Status", Fit.FIXED, SessionView::status));
    columns.add(new Column("Goal", Fit.REST, session -> Wording.textOr(session.goal(), "")));
    return columns;
  }

  private static String tasks(Counters counters) {
    return counters.tasksCompleted() + "/" + counters.tasksCreated();
  }

  private static String code(Counters counters) {
    return "+%d -%d".formatted(counters.linesAdded(), counters.linesRemoved());
  }

  private static String score(SessionView session) {
    return session.productivityScore() == null ? "-" : Wording.decimal(session.productivityScore());
  }

  private List<Integer> fit(List<Column> columns, List<SessionView> sessions) {
    List<Integer> widths = new ArrayList<>();
    columns.forEach(column -> widths.add(column.naturalWidth(sessions)));
    int excess =
        widths.stream().mapToInt(w -> w).sum() + GAP.length() * (widths.size() - 1) - width;
    for (Fit shrinking : List.of(Fit.REST, Fit.NAME)) {
      for (int i = columns.size() - 1; i >= 0 && excess > 0; i--) {
        if (columns.get(i).fit() == shrinking && widths.get(i) > LEAST_TEXT) {
          int taken = Math.min(excess, widths.get(i) - LEAST_TEXT);
          widths.set(i, widths.get(i) - taken);
          excess -= taken;
        }
      }
    }
    return widths;
  }

  private String row(List<Column> columns, List<Integer> widths, Function<Column, String> text) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      row.append(i == 0 ? "" : GAP)
          .append(columns.get(i).draw(text.apply(columns.get(i)), widths.get(i)));
    }
    return Cells.cut(row.toString().stripTrailing(), width);
  }
}
