package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.Callers;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/v1/caller}: whom the tracker takes the caller for. Those who make ids of facts
 * need to know it.
 */
@RestController
final class CallerEndpoint {
  private final Callers callers;

  CallerEndpoint(Callers callers) {
    this.callers = callers;
  }

  @GetMapping("/api/v1/caller")
  Answer of(HttpServletRequest request) {
    Caller caller = callers.of(request);
    return new Answer(
        caller.trackerKey().owner(), caller.trackerKey().workspace(), caller.machine());
  }

  record Answer(String owner, String workspace, String machine) {}
}
