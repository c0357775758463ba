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
import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.DayTotals;
import dev.aidis.queries.stats.GroupTotals;
import dev.aidis.queries.stats.ModelTokens;
import dev.aidis.queries.stats.Statistics;
import dev.aidis.queries.stats.StatisticsReport;
import dev.aidis.schemas.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The statistics of a period (the plan's 5.1), with the period before beside them. */
public final class StatsReport {
  private static final int SHOWN_DAYS = 31;
  private static final int SHOWN_TAGS = 5;
  private static final int SHOWN_GROUPS = 20;
  private static final List<Column> DAYS =
      List.of(
          new Column("Day", Fit.FIXED, 0),
          new Column("Sessions", Fit.NUMBER, 4),
          new Column("Time", Fit.FIXED, 1),
          new Column("Tasks", Fit.FIXED, 3),
          new Column("Code", Fit.FIXED, 5),
          new Column("Score", Fit.NUMBER, 2));
  private static final List<Column> GROUPS =
      List.of(
          new Column("Name", Fit.NAME, 0),
          new Column("Sessions", Fit.NUMBER, 1),
          new Column("Tasks", Fit.FIXED, 3),
          new Column("Score", Fit.NUMBER, 2));

  private static final List<Column> TOKENS =
      List.of(
          new Column("Model", Fit.NAME, 0),
          new Column("In", Fit.NUMBER, 2),
          new Column("Out", Fit.NUMBER, 3),
          new Column("Cached", Fit.NUMBER, 4),
          new Column("Cost", Fit.NUMBER, 1));

  /** What the sessions of the period are taken apart by, in a table at the end. */
  public enum By {
    DAY,
    PROJECT,
    TAG,
    MODEL;

    /** Such as {@code day}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final StatisticsReport statistics;
  private final Statistics current;

  private StatsReport(StatisticsReport statistics) {
    this.statistics = statistics;
    this.current = statistics.current();
  }

  /** What the statistics say. */
  public static Page of(StatisticsReport statistics, By by) {
    return new StatsReport(statistics).page(by);
  }

  private Page page(By by) {
    String period = statistics.period().toString().toUpperCase(Locale.ROOT);
    Page.Writer page =
        Page.write(Frame.BOX, Symbol.CHART, Text.of("SESSION STATISTICS - " + period));
    period(page.section());
    totals(page.section());
    work(page.section());
    usage(page);
    insights(page.section());
    if (current.sessions() > 0 || !current.days().isEmpty()) {
      parts(page.section(), by);
    }
    return page.page();
  }

  private void parts(Page.Writer page, By by) {
    switch (by) {
      case DAY -> days(page);
      case PROJECT -> groups(page, Symbol.FOLDER, "Projects", current.projects());
      case TAG -> groups(page, Symbol.LABEL, "Tags", current.tags());
      case MODEL -> {
        groups(page, Symbol.BRAIN, "Models", current.models());
        tokens(page);
      }
    }
  }

  private void period(Page.Writer page) {
    String running = statistics.running() ? ", not over yet" : "";
    page.field("Period", Text.of(days(current.range()) + running));
    Statistics previous = statistics.previous();
    if (previous != null) {
      page.field("Before", Text.of(days(previous.range())));
    }
    Scopes.fields(page, statistics.scope());
  }

  private static String days(DateRange range) {
    return range.days() == 1 ? range.first().toString() : range.first() + " to " + range.last();
  }

  private void totals(Page.Writer page) {
    page.field("Total Sessions", both(one -> Long.toString(one.sessions())))
        .field("Total Time", both(one -> Wording.hours(one.clock())))
        .field("Active Time", both(one -> Wording.hours(one.active())))
        .field("Average Session", both(one -> Wording.minutes(one.averageSession())))
        .field("Avg Productivity", both(one -> Wording.score(one.averageScore()).plain()));
  }

  private void work(Page.Writer page) {
    page.heading(Symbol.CLIPBOARD, "Tasks");
    count(page, "Created", one -> one.counters().tasksCreated());
    count(page, "Completed", one -> one.counters().tasksCompleted());
    page.field(
            Mark.INDENT,
            "Completion Rate",
            both(one -> one.completionRate().map(rate -> Wording.tenths(rate) + "%").orElse("n/a")))
        .gap()
        .heading(Symbol.BRAIN, "Knowledge");
    count(page, "Decisions", one -> one.counters().decisionsMade());
    count(page, "Context Items", one -> one.counters().contextItemsAdded());
    page.gap()
        .heading(Symbol.COMPUTER, "Code")
        .field(Mark.INDENT, "Lines Added", both(one -> "+" + one.counters().linesAdded()))
        .field(Mark.INDENT, "Lines Removed", both(one -> "-" + one.counters().linesRemoved()))
        .field(Mark.INDENT, "Net Change", both(one -> Wording.signed(one.counters().netLines())));
  }

  /** Left out where no tokens were told. */
  private void usage(Page.Writer page) {
    if (!current.counters().usage().usesNothing()) {
      page.section()
          .heading(Symbol.BRAIN, "AI Usage")
          .field(Mark.INDENT, "Tokens", both(one -> tokens(one.counters().usage())))
          .field(
              Mark.INDENT,
              "Cost",
              both(one -> Wording.dollars(one.counters().usage().costMicroUsd())));
    }
  }

  private static String tokens(TokenUsage usage) {
    return String.format(Locale.ROOT, "%,d", usage.tokens());
  }

  private void tokens(Page.Writer page) {
    if (!current.tokens().isEmpty()) {
      page.gap();
      table(
          page,
          Symbol.CHART,
          "Tokens by model",
          TOKENS,
          shownTokens().stream().map(StatsReport::tokens).toList());
      if (hasArchivedTokens()) {
        page.line(
            Symbol.NONE,
            Text.of(
                "Of archived months only the sum is here."
                    + " They come back with: aidis archive restore --all"));
      }
    }
  }

  /** The sum of archived months, which comes last, is never left out. */
  private List<ModelTokens> shownTokens() {
    List<ModelTokens> all = current.tokens();
    List<ModelTokens> shown = new ArrayList<>(all.subList(0, Math.min(SHOWN_GROUPS, all.size())));
    if (hasArchivedTokens() && shown.size() < all.size()) {
      shown.add(all.getLast());
    }
    return shown;
  }

  private boolean hasArchivedTokens() {
    return current.tokens().getLast().model().equals(ModelTokens.ARCHIVED);
  }

  private static List<Text> tokens(ModelTokens model) {
    TokenUsage usage = model.usage();
    return List.of(
        Text.told(model.model()),
        Text.of(Long.toString(usage.inputTokens())),
        Text.of(Long.toString(usage.outputTokens())),
        Text.of(Long.toString(usage.cacheReadTokens() + usage.cacheCreationTokens())),
        Text.of(Wording.dollars(usage.costMicroUsd())));
  }

  private void count(Page.Writer page, String name, Function<Statistics, Long> value) {
    page.field(Mark.INDENT, name, both(one -> Long.toString(value.apply(one))));
  }

  private void insights(Page.Writer page) {
    page.heading(Symbol.TREND, "Insights")
        .field(
            Mark.INDENT,
            "Most Productive",
            current
                .mostProductiveDay()
                .map(
                    day ->
                        Text.of(Wording.date(day.date()) + ", ")
                            .and(Wording.score(day.averageScore())))
                .orElse(Text.of("n/a")))
        .field(
            Mark.INDENT,
            "Preferred Model",
            current
                .preferredModel()
                .map(
                    model ->
                        Text.told(model.name())
                            .and(" (" + Wording.count(model.sessions(), "session") + ")"))
                .orElse(Text.of("n/a")))
        .field(
            Mark.INDENT,
            "Top Tags",
            Text.told(
                current.tags().stream().limit(SHOWN_TAGS).map(GroupTotals::name).toList(), "None"));
  }

  private void days(Page.Writer page) {
    List<DayTotals> days = current.days();
    int left = Math.max(0, days.size() - SHOWN_DAYS);
    table(
        page,
        Symbol.CALENDAR,
        left == 0 ? "Days" : "Days (the last %d of %d)".formatted(SHOWN_DAYS, days.size()),
        DAYS,
        days.subList(left, days.size()).stream()
            .map(
                day ->
                    List.of(
                        Text.of(Wording.day(day.date())),
                        Text.of(Long.toString(day.sessions())),
                        Text.of(Wording.duration(day.clock())),
                        Text.of(SessionListReport.tasks(day.counters())),
                        Text.of(SessionListReport.code(day.counters())),
                        Wording.points(day.averageScore())))
            .toList());
  }

  private static void groups(
      Page.Writer page, Symbol symbol, String name, List<GroupTotals> groups) {
    String title =
        groups.size() > SHOWN_GROUPS
            ? "%s (%d of %d)".formatted(name, SHOWN_GROUPS, groups.size())
            : name;
    if (groups.isEmpty()) {
      page.field(symbol, name, Text.of("None"));
      return;
    }
    table(
        page,
        symbol,
        title,
        GROUPS,
        groups.stream()
            .limit(SHOWN_GROUPS)
            .map(
                group ->
                    List.of(
                        Text.told(group.name()),
                        Text.of(Long.toString(group.sessions())),
                        Text.of(group.tasksCompleted() + "/" + group.tasksCreated()),
                        Wording.points(group.averageScore())))
            .toList());
  }

  private static void table(
      Page.Writer page, Symbol symbol, String name, List<Column> columns, List<List<Text>> rows) {
    page.heading(symbol, name).add(new Block.Table(Mark.NONE, true, columns, rows));
  }

  /** The value now, and what it was before. */
  private Text both(Function<Statistics, String> value) {
    Statistics previous = statistics.previous();
    Text now = Text.of(value.apply(current));
    return previous == null
        ? now
        : now.and(Text.of(" (before: " + value.apply(previous) + ")").in(Tone.FAINT));
  }
}
