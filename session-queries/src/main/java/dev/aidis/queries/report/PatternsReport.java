package dev.aidis.queries.report;

import dev.aidis.queries.page.Block;
import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import dev.aidis.queries.page.Tone;
import dev.aidis.queries.patterns.Cell;
import dev.aidis.queries.patterns.Dimension;
import dev.aidis.queries.patterns.Finding;
import dev.aidis.queries.patterns.HourCell;
import dev.aidis.queries.patterns.PartOfDay;
import dev.aidis.queries.patterns.Patterns;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** When and at what somebody is most productive, with the numbers behind it. */
public final class PatternsReport {
  private static final String SHADES = "·░▒▓█";
  private static final int HOURS = 24;
  private static final int SHOWN = 5;
  private static final List<Column> MAP =
      List.of(new Column("Day", Fit.FIXED, 0), new Column("0     6     12    18", Fit.FLOW, 1));
  private static final List<Dimension> TIMES = List.of(Dimension.WEEKDAY, Dimension.PART_OF_DAY);
  private static final List<Dimension> KINDS =
      List.of(Dimension.PROJECT, Dimension.TAG, Dimension.MODEL);

  private static final List<String> PARTS =
      Arrays.stream(PartOfDay.values()).map(PartOfDay::wireName).toList();

  private PatternsReport() {}

  /** What the patterns say. */
  public static Page of(Patterns patterns) {
    Page.Writer page =
        Page.write(Frame.BOX, Symbol.TREND, Text.of("SESSION PATTERNS"))
            .section()
            .field("Period", Text.of(patterns.range().first() + " to " + patterns.range().last()))
            .field("Closed Sessions", Text.of(Long.toString(patterns.sessions())))
            .field("Avg Productivity", Wording.score(patterns.averageScore()));
    Scopes.fields(page, patterns.scope());
    findings(page.section(), patterns);
    if (!patterns.week().isEmpty()) {
      page.section()
          .heading(Symbol.CALENDAR, "Time by Weekday and Hour")
          .add(new Block.Table(Mark.NONE, true, MAP, week(patterns.week())));
    }
    table(page, Symbol.CLOCK, "Productivity by Time", "Time", patterns, TIMES);
    table(page, Symbol.LABEL, "Productivity by Kind of Work", "What", patterns, KINDS);
    return page.page();
  }

  private static void findings(Page.Writer page, Patterns patterns) {
    page.heading(Symbol.BULB, "What Stands Out");
    if (patterns.findings().isEmpty()) {
      page.item(Mark.BULLET, Text.told(patterns.remark(), "Nothing stands out."));
    }
    for (Finding finding : patterns.findings()) {
      page.item(
          Mark.BULLET, Text.told(finding.sentence()).in(finding.better() ? Tone.GOOD : Tone.PLAIN));
    }
  }

  private static List<List<Text>> week(List<HourCell> cells) {
    Duration most =
        cells.stream().map(HourCell::clock).max(Duration::compareTo).orElse(Duration.ZERO);
    List<List<Text>> rows = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      StringBuilder hours = new StringBuilder(String.valueOf(SHADES.charAt(0)).repeat(HOURS));
      for (HourCell cell : cells) {
        if (cell.weekday() == day) {
          hours.setCharAt(cell.hour(), shade(cell.clock(), most));
        }
      }
      rows.add(
          List.of(
              Text.of(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
              Text.of(hours.toString()).in(Tone.EVEN)));
    }
    return rows;
  }

  private static char shade(Duration time, Duration most) {
    if (time.isZero() || most.isZero()) {
      return SHADES.charAt(0);
    }
    int steps = SHADES.length() - 1;
    return SHADES.charAt(
        Math.max(1, Math.toIntExact(Math.ceilDiv(time.toMillis() * steps, most.toMillis()))));
  }

  private static void table(
      Page.Writer page,
      Symbol symbol,
      String heading,
      String title,
      Patterns patterns,
      List<Dimension> dimensions) {
    List<List<Text>> rows = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      patterns.cells().stream()
          .filter(cell -> cell.dimension() == dimension)
          .sorted(order(dimension))
          .limit(dimension == Dimension.WEEKDAY ? DayOfWeek.values().length : SHOWN)
          .map(PatternsReport::row)
          .forEach(rows::add);
    }
    if (!rows.isEmpty()) {
      List<Column> columns =
          List.of(
              new Column(title, Fit.NAME, 0),
              new Column("Sessions", Fit.NUMBER, 2),
              new Column("Days", Fit.NUMBER, 3),
              new Column("Score", Fit.NUMBER, 1));
      page.section().heading(symbol, heading).add(new Block.Table(Mark.NONE, true, columns, rows));
    }
  }

  /** Weekdays are in their order already; parts of the day go on from the night. */
  private static Comparator<Cell> order(Dimension dimension) {
    return switch (dimension) {
      case WEEKDAY, WEEKDAY_AND_PART, HOUR -> (_, _) -> 0;
      case PART_OF_DAY -> Comparator.comparingInt(cell -> PARTS.indexOf(cell.name()));
      case PROJECT, TAG, MODEL -> Comparator.comparingLong(Cell::sessions).reversed();
    };
  }

  private static List<Text> row(Cell cell) {
    return List.of(
        Text.told(cell.name()),
        Text.of(Long.toString(cell.sessions())),
        Text.of(Long.toString(cell.days())),
        Wording.points(cell.averageScore()));
  }
}
