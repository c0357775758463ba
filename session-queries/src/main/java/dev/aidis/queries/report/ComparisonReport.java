package dev.aidis.queries.report;

import dev.aidis.queries.SessionView;
import dev.aidis.queries.comparison.Comparison;
import dev.aidis.queries.comparison.FileOverlap;
import dev.aidis.queries.comparison.Measure;
import dev.aidis.queries.comparison.Overlap;
import dev.aidis.queries.comparison.ScorePart;
import dev.aidis.queries.comparison.Unit;
import dev.aidis.queries.page.Block;
import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Mark;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import dev.aidis.queries.page.Tone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two sessions side by side (the plan's 5.2).
 *
 * @param zone in which times are shown
 */
public record ComparisonReport(ZoneId zone) {
  private static final int SHOWN_FILES = 5;

  /** What the comparison says. */
  public Page of(Comparison comparison) {
    SessionView first = comparison.first();
    SessionView second = comparison.second();
    Page.Writer page =
        Page.write(
            Frame.BOX,
            Symbol.SCALES,
            Text.of("SESSION COMPARISON - #%d and #%d".formatted(first.number(), second.number())));
    page.section().add(table(first, second, "Session", about(first, second)));
    page.section().heading(Symbol.BULB, "Why");
    comparison.explanation().forEach(why -> page.item(Mark.BULLET, Text.of(why)));
    if (first.id().equals(second.id())) {
      return page.page();
    }
    page.section()
        .heading(Symbol.TREND, "Productivity Score")
        .add(table(first, second, "Points", scores(comparison)));
    page.section()
        .heading(Symbol.CHART, "Metrics")
        .add(table(first, second, "Metric", measures(comparison)));
    common(page.section(), comparison);
    return page.page();
  }

  private List<List<Text>> about(SessionView first, SessionView second) {
    List<List<Text>> rows = new ArrayList<>();
    row(rows, "Project", first, second, session -> Text.told(session.project(), "None"));
    row(
        rows,
        "Started",
        first,
        second,
        session -> Text.of(Wording.dateAndTime(session.startedAt(), zone)));
    row(rows, "Status", first, second, session -> Text.told(session.status()));
    row(rows, "AI Model", first, second, session -> Text.told(session.aiModel(), "Unknown"));
    row(rows, "Goal", first, second, session -> Text.told(session.goal(), "None"));
    return rows;
  }

  private static void row(
      List<List<Text>> rows,
      String name,
      SessionView first,
      SessionView second,
      Function<SessionView, Text> value) {
    rows.add(List.of(Text.of(name), value.apply(first), value.apply(second), Text.EMPTY));
  }

  private static List<List<Text>> scores(Comparison comparison) {
    List<List<Text>> rows = new ArrayList<>();
    for (ScorePart part : comparison.score()) {
      rows.add(
          List.of(
              Text.of("%s (of %d)".formatted(part.name(), part.first().most())),
              Wording.component(part.first()),
              Wording.component(part.second()),
              points(part.difference())));
    }
    BigDecimal first = comparison.first().score().total();
    BigDecimal second = comparison.second().score().total();
    rows.add(
        List.of(
            Text.of("total").in(Tone.STRONG),
            Wording.points(first),
            Wording.points(second),
            points(second.subtract(first))));
    return rows;
  }

  private static List<List<Text>> measures(Comparison comparison) {
    List<List<Text>> rows = new ArrayList<>();
    for (List<Measure> some : List.of(comparison.measures(), comparison.indicators())) {
      for (Measure measure : some) {
        if (saysSomething(measure.first()) || saysSomething(measure.second())) {
          rows.add(
              List.of(
                  Text.of(measure.label()),
                  value(measure.first(), measure.unit()),
                  value(measure.second(), measure.unit()),
                  difference(measure)));
        }
      }
    }
    return rows;
  }

  private static boolean saysSomething(@Nullable BigDecimal value) {
    return value != null && value.signum() != 0;
  }

  private static Text value(@Nullable BigDecimal value, Unit unit) {
    return Text.of(value == null ? "n/a" : amount(value, unit));
  }

  private static String amount(BigDecimal value, Unit unit) {
    String number = Wording.decimal(value);
    return switch (unit) {
      case MINUTES -> Wording.duration(Duration.ofMinutes(value.longValue()));
      case PERCENT -> number + "%";
      case PER_HOUR -> number + "/h";
      case DOLLARS -> Wording.dollars(value.movePointRight(6).longValue());
      case COUNT, LINES, POINTS -> number;
    };
  }

  private static Text difference(Measure measure) {
    BigDecimal difference = measure.difference();
    return Text.of(difference == null ? "" : signed(difference, measure.unit()));
  }

  /** More points are better; of other measures nobody can tell. */
  private static Text points(BigDecimal difference) {
    Text text = Text.of(signed(difference, Unit.POINTS));
    return difference.signum() == 0
        ? text
        : text.in(difference.signum() > 0 ? Tone.GOOD : Tone.POOR);
  }

  private static String signed(BigDecimal difference, Unit unit) {
    return switch (difference.signum()) {
      case 0 -> "=";
      case 1 -> "+" + amount(difference, unit);
      default -> "-" + amount(difference.negate(), unit);
    };
  }

  private static Block table(
      SessionView first, SessionView second, String title, List<List<Text>> rows) {
    boolean numbers = rows.stream().anyMatch(row -> !row.getLast().isEmpty());
    Fit fit = numbers ? Fit.NUMBER : Fit.FLOW;
    List<Column> columns =
        List.of(
            new Column(title, numbers ? Fit.NAME : Fit.FIXED, 0),
            new Column("#" + first.number(), fit, 0),
            new Column("#" + second.number(), fit, 0),
            new Column("Difference", Fit.NUMBER, 1));
    return new Block.Table(
        Mark.NONE,
        true,
        numbers ? columns : columns.subList(0, 3),
        numbers ? rows : rows.stream().map(row -> row.subList(0, 3)).toList());
  }

  private static void common(Page.Writer page, Comparison comparison) {
    FileOverlap files = comparison.files();
    tags(page, comparison);
    page.gap()
        .field(
            Symbol.FOLDER,
            "Files in Both",
            Text.of(
                "%d (and %d only in #%d, %d only in #%d)"
                    .formatted(
                        files.common(),
                        files.onlyFirst(),
                        comparison.first().number(),
                        files.onlySecond(),
                        comparison.second().number())));
    files.files().stream()
        .filter(FileOverlap.SharedFile::common)
        .limit(SHOWN_FILES)
        .forEach(
            file ->
                page.item(
                    Mark.BULLET,
                    Text.told(file.path())
                        .and(
                            " (%d× and %d× modified)"
                                .formatted(file.timesFirst(), file.timesSecond()))));
  }

  private static void tags(Page.Writer page, Comparison comparison) {
    Overlap tags = comparison.tags();
    page.field(Symbol.LABEL, "Tags in Both", Text.told(tags.common(), "None"));
    if (!tags.onlyFirst().isEmpty()) {
      page.field(Mark.STEP, only(comparison.first()), Text.told(tags.onlyFirst(), "None"));
    }
    if (!tags.onlySecond().isEmpty()) {
      page.field(Mark.STEP, only(comparison.second()), Text.told(tags.onlySecond(), "None"));
    }
  }

  private static String only(SessionView session) {
    return "Only in #" + session.number();
  }
}
