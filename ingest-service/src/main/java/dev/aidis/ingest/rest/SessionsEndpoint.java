package dev.aidis.ingest.rest;

import dev.aidis.ingest.session.ArchivedMonths;
import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.Timelines;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionPage;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.TimelinePage;
import dev.aidis.queries.report.SessionListReport;
import dev.aidis.queries.report.SessionReport;
import dev.aidis.queries.report.TimelineReport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/sessions…}. */
@RestController
@RequestMapping("/api/v1/sessions")
final class SessionsEndpoint {
  private final SessionSearch search;
  private final SessionDetails details;
  private final Timelines timelines;
  private final ArchivedMonths archivedMonths;
  private final InstantSource clock;

  SessionsEndpoint(
      SessionSearch search,
      SessionDetails details,
      Timelines timelines,
      ArchivedMonths archivedMonths,
      InstantSource clock) {
    this.search = search;
    this.details = details;
    this.timelines = timelines;
    this.archivedMonths = archivedMonths;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<Object> list(
      HttpServletRequest request, SessionSearch.Criteria criteria, Presentation presentation) {
    SessionPage page = search.list(request, criteria, presentation.zone());
    return presentation.of(
        () -> Sessions.of(page),
        zone -> new SessionListReport(zone).of(page.sessions(), criteria.isNarrowed()));
  }

  @GetMapping("/{ref}")
  ResponseEntity<Object> detail(
      HttpServletRequest request, @PathVariable String ref, Presentation presentation) {
    SessionDetail detail = details.of(search.find(request, ref));
    return presentation.of(
        () -> SessionJson.of(detail),
        zone ->
            new SessionReport(zone)
                .of(detail.session(), detail.files(), detail.activities(), clock.instant()));
  }

  /** The same for people. */
  @GetMapping("/{ref}/report")
  ResponseEntity<Object> report(
      HttpServletRequest request,
      @PathVariable String ref,
      @Drawn(unless = Format.TEXT) Presentation presentation) {
    return detail(request, ref, presentation);
  }

  /** Page by page: what an answer names as {@code next} is given as {@code after}. */
  @GetMapping("/{ref}/timeline")
  ResponseEntity<Object> timeline(
      HttpServletRequest request,
      @PathVariable String ref,
      TimelineCriteria criteria,
      Presentation presentation) {
    SessionView session = search.find(request, ref);
    TimelinePage page = timelines.of(session.owner(), session.id(), criteria.filter());
    List<YearMonth> archived = archivedMonths.of(session);
    return presentation.of(
        () -> Timeline.of(session, page, archived),
        zone ->
            new TimelineReport(zone)
                .of(session, criteria.newestFirst(page.activities()), archived));
  }

  /**
   * A page of a list.
   *
   * @param next what the next page is asked for with; absent on the last one
   */
  record Sessions(List<SessionView> sessions, @Nullable String next) {
    private static Sessions of(SessionPage page) {
      SessionFilter.Place next = page.next();
      return new Sessions(page.sessions(), next == null ? null : next.toString());
    }
  }

  /**
   * A page of a timeline.
   *
   * @param archivedMonths of which the activities are not shown until they are brought back
   * @param next what the next page is asked for with; absent on the last one
   */
  record Timeline(
      SessionView session,
      List<ActivityView> activities,
      List<String> archivedMonths,
      @Nullable String next) {
    private static Timeline of(SessionView session, TimelinePage page, List<YearMonth> archived) {
      TimelineFilter.Place next = page.next();
      return new Timeline(
          session,
          page.activities(),
          archived.stream().map(YearMonth::toString).toList(),
          next == null ? null : next.toString());
    }
  }
}
