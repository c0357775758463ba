package dev.aidis.ingest.rest;

import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.Timelines;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.SessionView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/sessions…} as JSON. */
@RestController
@RequestMapping(path = "/api/v1/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
final class SessionsEndpoint {
  private final SessionSearch search;
  private final SessionDetails details;
  private final Timelines timelines;

  SessionsEndpoint(SessionSearch search, SessionDetails details, Timelines timelines) {
    this.search = search;
    this.details = details;
    this.timelines = timelines;
  }

  @GetMapping
  Sessions list(HttpServletRequest request, SessionSearch.Criteria criteria) {
    return new Sessions(search.list(request, criteria));
  }

  @GetMapping("/{ref}")
  SessionJson detail(HttpServletRequest request, @PathVariable String ref) {
    return SessionJson.of(details.of(search.find(request, ref)));
  }

  @GetMapping("/{ref}/timeline")
  Timeline timeline(
      HttpServletRequest request,
      @PathVariable String ref,
      @RequestParam(defaultValue = "100") int limit) {
    SessionView session = search.find(request, ref);
    return new Timeline(session, timelines.of(session.id(), SessionSearch.requireLimit(limit)));
  }

  record Sessions(List<SessionView> sessions) {}

  record Timeline(SessionView session, List<ActivityView> activities) {}
}
