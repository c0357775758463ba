package dev.aidis.ingest;

import dev.aidis.domain.Score;
import dev.aidis.ingest.answers.Comparisons;
import dev.aidis.ingest.answers.LastAccomplishments;
import dev.aidis.ingest.answers.PeriodPatterns;
import dev.aidis.ingest.answers.PeriodStatistics;
import dev.aidis.ingest.answers.SessionContexts;
import dev.aidis.ingest.answers.SessionFiles;
import dev.aidis.queries.FileList;
import dev.aidis.queries.FileView;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskProgress;
import dev.aidis.queries.accomplishment.Accomplishments;
import dev.aidis.queries.accomplishment.SessionAccomplishment;
import dev.aidis.queries.comparison.Comparison;
import dev.aidis.queries.comparison.FileOverlap;
import dev.aidis.queries.comparison.Measure;
import dev.aidis.queries.comparison.Overlap;
import dev.aidis.queries.comparison.ScorePart;
import dev.aidis.queries.comparison.Side;
import dev.aidis.queries.comparison.Unit;
import dev.aidis.queries.context.Advice;
import dev.aidis.queries.context.SessionContext;
import dev.aidis.queries.patterns.Cell;
import dev.aidis.queries.patterns.Dimension;
import dev.aidis.queries.patterns.Finding;
import dev.aidis.queries.patterns.Patterns;
import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.LanguageTotals;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.Statistics;
import dev.aidis.queries.stats.StatisticsReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.SingletonBeanRegistry;

/** Answers about the one session that {@link FakeSessions} knows; remembers what was asked. */
public final class FakeAnswers {
  private static final SessionView SESSION = FakeSessions.OPEN;

  private final FakeItems items = new FakeItems();
  private volatile @Nullable Asked last;

  /** What was asked last. */
  public record Asked(Scope scope, @Nullable Period period, @Nullable ZoneId zone, int count) {}

  public @Nullable Asked last() {
    return last;
  }

  void register(SingletonBeanRegistry beans) {
    beans.registerSingleton("periodStatistics", (PeriodStatistics) this::statistics);
    beans.registerSingleton("periodPatterns", (PeriodPatterns) this::patterns);
    beans.registerSingleton("lastAccomplishments", (LastAccomplishments) this::accomplishments);
    beans.registerSingleton("comparisons", (Comparisons) FakeAnswers::comparison);
    beans.registerSingleton("sessionContexts", (SessionContexts) FakeAnswers::context);
    beans.registerSingleton("sessionFiles", (SessionFiles) FakeAnswers::files);
    items.register(beans);
  }

  public StatisticsReport statistics(Scope scope, Period period, ZoneId zone, Instant now) {
    last = new Asked(scope, period, zone, 0);
    DateRange days =
        period.range(now.atZone(zone).toLocalDate()).orElse(new DateRange(day(1), day(2)));
    Statistics current =
        new Statistics(
            days,
            1,
            Duration.ofMinutes(90),
            Duration.ofMinutes(60),
            Duration.ofMinutes(90),
            new BigDecimal("64.67"),
            SESSION.counters(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new LanguageTotals("Java", 2, 30, 4)));
    return new StatisticsReport(scope, period, zone, false, current, null);
  }

  public Patterns patterns(Scope scope, Period period, ZoneId zone, Instant now) {
    last = new Asked(scope, period, zone, 0);
    Cell cell =
        new Cell(Dimension.WEEKDAY_AND_PART, "Tuesday morning", 8, 8, new BigDecimal("70.00"));
    return new Patterns(
        scope,
        new DateRange(day(1), day(30)),
        zone,
        24,
        new BigDecimal("50.00"),
        List.of(),
        List.of(cell),
        List.of(new Finding(cell, true, 16, new BigDecimal("40.00"), 0.01)),
        null);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 11, day);
  }

  private Accomplishments accomplishments(Scope scope, int count) {
    last = new Asked(scope, null, null, count);
    if (count < 1) {
      throw new IllegalArgumentException("number of sessions " + count + " must lie between …");
    }
    return new Accomplishments(
        scope,
        List.of(
            new SessionAccomplishment(
                SESSION, TaskProgress.NONE, List.of(), List.of(), List.of(), List.of())),
        Duration.ofMinutes(90),
        1);
  }

  public static Comparison comparison(Side first, Side second) {
    return new Comparison(
        first.session(),
        second.session(),
        List.of(new Measure("duration", "Duration", Unit.MINUTES, BigDecimal.TEN, BigDecimal.ONE)),
        SESSION.score().components().stream().map(FakeAnswers::part).toList(),
        List.of(),
        new Overlap(List.of(), List.of(), List.of()),
        new FileOverlap(0, 0, 0, List.of()),
        List.of(first.mergedName() + " with " + second.mergedName()));
  }

  private static ScorePart part(Score.Component component) {
    return new ScorePart(component, component);
  }

  public static Optional<SessionContext> context(String owner, UUID session, Instant now) {
    return Optional.of(
        new SessionContext(
            SESSION,
            Duration.ofMinutes(92),
            new TaskProgress(2, 1, 0),
            List.of(),
            files(owner, session, 1),
            List.of(new Advice.HeavilyModifiedFile("src/Login.java", 6)),
            List.of(YearMonth.of(2026, 1))));
  }

  private static FileList files(String owner, UUID session, int limit) {
    Instant at = SESSION.startedAt();
    return new FileList(List.of(new FileView("src/Login.java", 6, 1, 120, 30, at, at)), 1);
  }
}
