package dev.aidis.ingest.rest;

import dev.aidis.ingest.answers.Comparisons;
import dev.aidis.ingest.answers.SessionContexts;
import dev.aidis.ingest.answers.SessionFiles;
import dev.aidis.ingest.answers.SessionItems;
import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.comparison.Comparison;
import dev.aidis.queries.context.SessionContext;
import dev.aidis.queries.report.ComparisonReport;
import dev.aidis.queries.report.ContextReport;
import dev.aidis.queries.report.FilesReport;
import dev.aidis.queries.report.ItemsReport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/compare}, {@code context}, and a session's files and items. */
@RestController
@RequestMapping("/api/v1")
final class SessionAnswersEndpoint {
  private final SessionSearch search;
  private final Comparisons comparisons;
  private final SessionContexts contexts;
  private final SessionFiles files;
  private final SessionItems items;
  private final InstantSource clock;

  SessionAnswersEndpoint(
      SessionSearch search,
      Comparisons comparisons,
      SessionContexts contexts,
      SessionFiles files,
      SessionItems items,
      InstantSource clock) {
    this.search = search;
    this.comparisons = comparisons;
    this.contexts = contexts;
    this.files = files;
    this.items = items;
    this.clock = clock;
  }

  /** Each session by its number, UUID or as {@code current}. */
  @GetMapping("/compare")
  ResponseEntity<Object> compare(
      HttpServletRequest request,
      @RequestParam String a,
      @RequestParam String b,
      Presentation presentation) {
    Comparison comparison = comparisons.of(search.side(request, a), search.side(request, b));
    return presentation.of(
        () -> ComparisonJson.of(comparison), zone -> new ComparisonReport(zone).of(comparison));
  }

  /** Of the caller's current session. */
  @GetMapping("/context")
  ResponseEntity<Object> context(HttpServletRequest request, Presentation presentation) {
    return context(request, "current", presentation);
  }

  @GetMapping("/sessions/{ref}/context")
  ResponseEntity<Object> context(
      HttpServletRequest request, @PathVariable String ref, Presentation presentation) {
    SessionView session = search.find(request, ref);
    SessionContext context =
        contexts
            .of(session.owner(), session.id(), clock.instant())
            .orElseThrow(
                () ->
                    new RefusedRequestException(
                        HttpStatus.NOT_FOUND, "Session " + ref + " is there no more."));
    return presentation.of(context::asMap, zone -> new ContextReport(zone).of(context));
  }

  @GetMapping("/sessions/{ref}/files")
  ResponseEntity<Object> files(
      HttpServletRequest request,
      @PathVariable String ref,
      @RequestParam(defaultValue = "100") int limit,
      Presentation presentation) {
    SessionView session = search.find(request, ref);
    FileList list = files.of(session.owner(), session.id(), SessionSearch.requireLimit(limit));
    return presentation.of(
        () -> new Files(session, list.most()), zone -> FilesReport.of(session, list));
  }

  /** Its tasks, decisions and context items. */
  @GetMapping("/sessions/{ref}/items")
  ResponseEntity<Object> items(
      HttpServletRequest request,
      @PathVariable String ref,
      @RequestParam(defaultValue = "100") int limit,
      Presentation presentation) {
    SessionView session = search.find(request, ref);
    SessionItems.Items all =
        items.of(session.owner(), session.id(), SessionSearch.requireLimit(limit));
    return presentation.of(
        () -> new Items(session, all.tasks(), all.decisions(), all.context()),
        zone ->
            new ItemsReport(zone).ofSession(session, all.tasks(), all.decisions(), all.context()));
  }

  record Files(SessionView session, List<FileView> files) {}

  record Items(
      SessionView session,
      List<TaskView> tasks,
      List<DecisionView> decisions,
      List<ContextItemView> context) {}
}
