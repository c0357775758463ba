package dev.aidis.ingest.rest;

import dev.aidis.ingest.answers.LastAccomplishments;
import dev.aidis.ingest.answers.PeriodPatterns;
import dev.aidis.ingest.answers.PeriodStatistics;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.queries.Scope;
import dev.aidis.queries.accomplishment.Accomplishments;
import dev.aidis.queries.patterns.Patterns;
import dev.aidis.queries.report.AccomplishmentsReport;
import dev.aidis.queries.report.PatternsReport;
import dev.aidis.queries.report.StatsReport;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.StatisticsReport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/stats}, {@code patterns} and {@code accomplishments}: of the caller's own. */
@RestController
@RequestMapping("/api/v1")
final class AnswersEndpoint {
  private final Callers callers;
  private final PeriodStatistics statistics;
  private final PeriodPatterns patterns;
  private final LastAccomplishments accomplishments;
  private final InstantSource clock;

  AnswersEndpoint(
      Callers callers,
      PeriodStatistics statistics,
      PeriodPatterns patterns,
      LastAccomplishments accomplishments,
      InstantSource clock) {
    this.callers = callers;
    this.statistics = statistics;
    this.patterns = patterns;
    this.accomplishments = accomplishments;
    this.clock = clock;
  }

  @GetMapping("/stats")
  ResponseEntity<Object> stats(
      HttpServletRequest request,
      ScopeCriteria criteria,
      PeriodCriteria days,
      @RequestParam(defaultValue = "day") String by,
      Presentation presentation) {
    Instant now = clock.instant();
    StatsReport.By part = by(by);
    StatisticsReport report =
        statistics.of(
            scope(request, criteria),
            days.in(presentation.zone(), now, Period.Calendar.WEEK),
            presentation.zone(),
            now);
    return presentation.of(() -> StatsJson.of(report), zone -> StatsReport.of(report, part));
  }

  @GetMapping("/patterns")
  ResponseEntity<Object> patterns(
      HttpServletRequest request,
      ScopeCriteria criteria,
      PeriodCriteria days,
      Presentation presentation) {
    Instant now = clock.instant();
    Patterns found =
        patterns.of(
            scope(request, criteria),
            days.in(presentation.zone(), now, new Period.All()),
            presentation.zone(),
            now);
    return presentation.of(() -> PatternsJson.of(found), zone -> PatternsReport.of(found));
  }

  @GetMapping("/accomplishments")
  ResponseEntity<Object> accomplishments(
      HttpServletRequest request,
      ScopeCriteria criteria,
      @RequestParam(defaultValue = "5") int limit,
      Presentation presentation) {
    Accomplishments last = accomplishments.of(scope(request, criteria), limit);
    return presentation.of(
        () -> AccomplishmentsJson.of(last), zone -> new AccomplishmentsReport(zone).of(last));
  }

  private Scope scope(HttpServletRequest request, ScopeCriteria criteria) {
    return criteria.of(callers.of(request).trackerKey().owner());
  }

  private static StatsReport.By by(String told) {
    return Arrays.stream(StatsReport.By.values())
        .filter(by -> by.wireName().equals(told))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Suggestion.forUnknown(
                        "by",
                        told,
                        Arrays.stream(StatsReport.By.values())
                            .map(StatsReport.By::wireName)
                            .toList())));
  }
}
