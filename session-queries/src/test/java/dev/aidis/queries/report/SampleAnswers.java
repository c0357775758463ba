package dev.aidis.queries.report;

import dev.aidis.domain.Score;
import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.FileView;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskProgress;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.accomplishment.Accomplishments;
import dev.aidis.queries.accomplishment.SessionAccomplishment;
import dev.aidis.queries.comparison.Comparison;
import dev.aidis.queries.comparison.FileOverlap;
import dev.aidis.queries.comparison.Measure;
import dev.aidis.queries.comparison.Overlap;
import dev.aidis.queries.comparison.ScorePart;
import dev.aidis.queries.comparison.Unit;
import dev.aidis.queries.context.Advice;
import dev.aidis.queries.context.SessionContext;
import dev.aidis.queries.patterns.Cell;
import dev.aidis.queries.patterns.Dimension;
import dev.aidis.queries.patterns.Finding;
import dev.aidis.queries.patterns.HourCell;
import dev.aidis.queries.patterns.Patterns;
import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.DayTotals;
import dev.aidis.queries.stats.GroupTotals;
import dev.aidis.queries.stats.LanguageTotals;
import dev.aidis.queries.stats.ModelTokens;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.Statistics;
import dev.aidis.queries.stats.StatisticsReport;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.TokenUsage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers as the database would give them, with texts as users write them. */
final class SampleAnswers {
  private static final ZoneId ZONE = SamplePages.ZONE;
  private static final Scope ADA = Scope.of("ada");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final String TITLE = "Keep <b>日本語</b> & 👩‍💻 | apart_from *others*";

  private SampleAnswers() {}

  static Statistics statistics(LocalDate first, int days) {
    return new Statistics(
        new DateRange(first, first.plusDays(days - 1)),
        5,
        Duration.ofMinutes(500),
        Duration.ofMinutes(301),
        Duration.ofMinutes(100),
        new BigDecimal("64.67"),
        new Counters(
            120,
            7,
            5,
            1,
            1,
            4,
            3,
            20,
            61,
            9,
            1_200,
            100,
            34,
            310,
            40,
            88,
            new TokenUsage(1_730, 18_009, 1_900_000, 20_000, 12_348_918)),
        List.of(
            new DayTotals(
                first,
                Duration.ofMinutes(90),
                Duration.ofMinutes(60),
                1,
                new BigDecimal("70.00"),
                Counters.NONE),
            new DayTotals(
                first.plusDays(1),
                Duration.ofMinutes(410),
                Duration.ofMinutes(241),
                0,
                null,
                Counters.NONE)),
        groups("claude-opus-4", "gpt"),
        groups("日本語", "bug-fix", "<i>", "refactor", "review", "sixth"),
        groups("aidis", "a-project-with-a-name-that-goes-on-and-on"),
        List.of(
            new ModelTokens(
                "claude-opus-4", new TokenUsage(1_700, 18_000, 1_900_000, 20_000, 12_345_678)),
            new ModelTokens("a-<b>small</b>-model", new TokenUsage(30, 9, 0, 0, 3_240))),
        List.of(new LanguageTotals("Java", 20, 900, 60)));
  }

  private static List<GroupTotals> groups(String... names) {
    List<GroupTotals> groups = new ArrayList<>();
    for (String name : names) {
      groups.add(new GroupTotals(name, 9 - groups.size(), new BigDecimal("51.50"), 4, 3));
    }
    return groups;
  }

  static StatisticsReport week() {
    return new StatisticsReport(
        ADA.withProject("aidis"),
        Period.Calendar.WEEK,
        ZONE,
        true,
        statistics(MONDAY, 7),
        statistics(MONDAY.minusDays(7), 7));
  }

  static StatisticsReport nothing() {
    Statistics none =
        new Statistics(
            new DateRange(MONDAY, MONDAY),
            0,
            Duration.ZERO,
            Duration.ZERO,
            null,
            null,
            Counters.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new StatisticsReport(ADA, new Period.All(), ZONE, false, none, null);
  }

  static Comparison comparison() {
    SessionView first = Samples.session(47, "ended", TITLE, null);
    SessionView second = Samples.bare("timeout");
    List<ScorePart> parts = new ArrayList<>();
    List<Score.Component> ones = first.score().components();
    for (int i = 0; i < ones.size(); i++) {
      parts.add(new ScorePart(ones.get(i), second.score().components().get(i)));
    }
    return new Comparison(
        first,
        second,
        List.of(
            measure("duration", "Duration", Unit.MINUTES, "90", "1"),
            measure("tasks_completed", "Tasks completed", Unit.COUNT, "2", "0"),
            measure("prompts", "Prompts", Unit.COUNT, "0", "0"),
            measure("lines_added", "Lines added", Unit.LINES, "120", "0")),
        parts,
        List.of(
            new Measure(
                "completion_rate", "Task Completion", Unit.PERCENT, new BigDecimal("66.67"), null)),
        new Overlap(List.of("日本語"), List.of("bug-fix"), List.of()),
        new FileOverlap(
            1,
            3,
            0,
            List.of(
                new FileOverlap.SharedFile("docs/_draft_ [1].md", true, true, 5, 1),
                new FileOverlap.SharedFile("README.md", true, false, 1, 0))),
        List.of(
            "Session 47 scores 64.67, 64.67 more than session 7 with 0.",
            "Task completion: session 47 gets 26.67 of 40 points for 2 of 3 tasks completed,"
                + " session 7 gets 0 for no completed tasks and none created (26.67 more)."));
  }

  private static Measure measure(
      String name, String label, Unit unit, String first, String second) {
    return new Measure(name, label, unit, new BigDecimal(first), new BigDecimal(second));
  }

  static Patterns patterns() {
    Cell tuesdays =
        new Cell(Dimension.WEEKDAY_AND_PART, "Tuesday morning", 8, 8, new BigDecimal("72.50"));
    return new Patterns(
        ADA,
        new DateRange(MONDAY, MONDAY.plusDays(60)),
        ZONE,
        24,
        new BigDecimal("51.00"),
        List.of(
            new HourCell(DayOfWeek.MONDAY, 9, Duration.ofMinutes(90), 2, new BigDecimal("40.00")),
            new HourCell(DayOfWeek.TUESDAY, 9, Duration.ofMinutes(400), 8, BigDecimal.TEN),
            new HourCell(DayOfWeek.TUESDAY, 10, Duration.ofMinutes(200), 0, null),
            new HourCell(DayOfWeek.SUNDAY, 23, Duration.ofMinutes(1), 0, null)),
        List.of(
            new Cell(Dimension.WEEKDAY, "Monday", 16, 8, new BigDecimal("40.25")),
            new Cell(Dimension.WEEKDAY, "Tuesday", 8, 8, new BigDecimal("72.50")),
            new Cell(Dimension.PART_OF_DAY, "afternoon", 16, 8, new BigDecimal("40.25")),
            new Cell(Dimension.PART_OF_DAY, "morning", 8, 8, new BigDecimal("72.50")),
            tuesdays,
            new Cell(Dimension.TAG, "rare", 1, 1, new BigDecimal("90.00")),
            new Cell(Dimension.TAG, "日本語 <b>", 20, 9, new BigDecimal("50.00"))),
        List.of(new Finding(tuesdays, true, 16, new BigDecimal("40.25"), 0.001)),
        null);
  }

  static Patterns noPatterns() {
    return new Patterns(
        ADA,
        new DateRange(MONDAY, MONDAY),
        ZONE,
        0,
        null,
        List.of(),
        List.of(),
        List.of(),
        "0 closed sessions on 0 days are too few: a pattern needs 5 sessions on 3 days, and as many"
            + " others to compare with.");
  }

  static Accomplishments accomplishments() {
    SessionAccomplishment much =
        new SessionAccomplishment(
            Samples.session(48, "ended", TITLE, null),
            new TaskProgress(2, 1, 0),
            List.of(task("Parse", "completed"), task(TITLE, "completed")),
            List.of(decision("Use Kafka"), decision(null)),
            List.of(
                new ContextItemView(
                    1, new UUID(0, 1), "How it works", null, "aidis", List.of(), Samples.START)),
            List.of(
                Samples.file("src/A.java", 7, 0),
                Samples.file("src/B.java", 1, 0),
                Samples.file("only/mentioned.md", 0, 3)));
    SessionAccomplishment nothing =
        new SessionAccomplishment(
            Samples.bare("timeout"), TaskProgress.NONE, List.of(), List.of(), List.of(), List.of());
    return new Accomplishments(ADA, List.of(much, nothing), Duration.ofMinutes(91), 2);
  }

  static SessionContext context() {
    FileView heavy = Samples.file("auth-middleware.js", 5, 1);
    return new SessionContext(
        Samples.session(48, "active", TITLE, null),
        Duration.ofMinutes(92),
        new TaskProgress(1, 1, 1),
        List.of(
            Samples.activity(Samples.START.plusSeconds(600), "file_modified", null),
            Samples.activity(Samples.START, "session_started", null)),
        new FileList(List.of(heavy), 150),
        List.of(
            new Advice.UnfinishedTasks(
                TITLE,
                new TaskProgress(1, 1, 1),
                List.of(task("Print", "in_progress"), task(null, "todo"))),
            new Advice.HeavilyModifiedFile("auth-middleware.js", 5),
            new Advice.DecisionsToSummarize(6, List.of(decision("Use Kafka"), decision(null)))),
        List.of());
  }

  private static TaskView task(@Nullable String title, String status) {
    return new TaskView(
        1,
        new UUID(0, 1),
        title,
        null,
        status,
        "aidis",
        Samples.START,
        Samples.START,
        status.equals("completed") ? Samples.START : null);
  }

  private static DecisionView decision(@Nullable String title) {
    return new DecisionView(
        1, new UUID(0, 1), title, "It is a log", "aidis", List.of(), Samples.START);
  }
}
