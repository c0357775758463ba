package dev.aidis.ingest.rest;

import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionTexts;
import dev.aidis.ingest.session.Timelines;
import dev.aidis.queries.SessionView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/sessions…} as text, for {@code Accept: text/plain}. */
@RestController
@RequestMapping(path = "/api/v1/sessions", produces = "text/plain;charset=UTF-8")
final class SessionTextsEndpoint {
  private static final String DEFAULT_WIDTH = "80";
  private static final int LEAST_WIDTH = 20;
  private static final int GREATEST_WIDTH = 500;

  private final SessionSearch search;
  private final SessionDetails details;
  private final Timelines timelines;
  private final SessionTexts texts;

  SessionTextsEndpoint(
      SessionSearch search, SessionDetails details, Timelines timelines, SessionTexts texts) {
    this.search = search;
    this.details = details;
    this.timelines = timelines;
    this.texts = texts;
  }

  @GetMapping
  String list(
      HttpServletRequest request,
      SessionSearch.Criteria criteria,
      @RequestParam(defaultValue = DEFAULT_WIDTH) int width) {
    return texts.table(search.list(request, criteria), bounded(width));
  }

  @GetMapping("/{ref}")
  String report(
      HttpServletRequest request,
      @PathVariable String ref,
      @RequestParam(defaultValue = DEFAULT_WIDTH) int width) {
    return texts.report(details.of(search.find(request, ref)), bounded(width));
  }

  @GetMapping("/{ref}/timeline")
  String timeline(
      HttpServletRequest request,
      @PathVariable String ref,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = DEFAULT_WIDTH) int width) {
    SessionView session = search.find(request, ref);
    return texts.timeline(
        session, timelines.of(session.id(), SessionSearch.requireLimit(limit)), bounded(width));
  }

  /** A terminal that is too narrow or too wide to draw for gets the next that is not. */
  private static int bounded(int width) {
    return Math.clamp(width, LEAST_WIDTH, GREATEST_WIDTH);
  }
}
