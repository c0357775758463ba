package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.queries.report.Statusline;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/statusline}: the session at hand as one line of text; nothing without one. */
@RestController
final class StatuslineEndpoint {
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final Callers callers;
  private final SessionFinder sessions;
  private final InstantSource clock;

  StatuslineEndpoint(Callers callers, SessionFinder sessions, InstantSource clock) {
    this.callers = callers;
    this.sessions = sessions;
    this.clock = clock;
  }

  @GetMapping("/api/v1/statusline")
  ResponseEntity<String> statusline(
      HttpServletRequest request, @RequestParam(defaultValue = "false") boolean ascii) {
    return sessions
        .find(new SessionRef.Current(callers.of(request).trackerKey()))
        .map(session -> new Statusline(ascii).of(session, clock.instant()) + "\n")
        .map(line -> ResponseEntity.ok().contentType(TEXT).body(line))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }
}
