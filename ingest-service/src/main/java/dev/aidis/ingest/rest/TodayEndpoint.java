package dev.aidis.ingest.rest;

import dev.aidis.ingest.answers.PeriodStatistics;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.session.SessionLister;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.report.TodayReport;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.Statistics;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/today}: the caller's day so far. */
@RestController
final class TodayEndpoint {
  /** Beyond the greatest length of a session, 24 hours unless configured otherwise. */
  private static final Duration REACH = Duration.ofDays(7);

  private final Callers callers;
  private final PeriodStatistics statistics;
  private final SessionLister lister;
  private final InstantSource clock;

  TodayEndpoint(
      Callers callers, PeriodStatistics statistics, SessionLister lister, InstantSource clock) {
    this.callers = callers;
    this.statistics = statistics;
    this.lister = lister;
    this.clock = clock;
  }

  /**
   * The day so far.
   *
   * @param sessions that were going on some time in it, newest first
   */
  record Today(LocalDate date, ZoneId zone, StatsJson.Totals totals, List<SessionView> sessions) {}

  @GetMapping("/api/v1/today")
  ResponseEntity<Object> today(HttpServletRequest request, Presentation presentation) {
    Instant now = clock.instant();
    String owner = callers.of(request).trackerKey().owner();
    Statistics day =
        statistics.of(Scope.of(owner), Period.Calendar.DAY, presentation.zone(), now).current();
    List<SessionView> sessions = sessions(owner, day.range().start(presentation.zone()));
    return presentation.of(
        () ->
            new Today(day.range().first(), presentation.zone(), StatsJson.Totals.of(day), sessions),
        zone -> new TodayReport(zone).of(day, sessions, now));
  }

  private List<SessionView> sessions(String owner, Instant morning) {
    return lister
        .list(
            SessionFilter.newest(owner, SessionFilter.MOST)
                .withStartBetween(morning.minus(REACH), null))
        .stream()
        .filter(session -> !session.lastActivityAt().isBefore(morning))
        .toList();
  }
}
