package dev.aidis.ingest.hooks;

import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.caller.EventTime;
import dev.aidis.ingest.rest.BoundedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /hooks/claude-code}. An answer has no body: Claude Code would read one as advice to
 * the assistant.
 */
@RestController
final class HookEndpoint {
  private final BoundedBody body;
  private final Callers callers;
  private final Hooks hooks;
  private final InstantSource clock;

  HookEndpoint(BoundedBody body, Callers callers, Hooks hooks, InstantSource clock) {
    this.body = body;
    this.callers = callers;
    this.hooks = hooks;
    this.clock = clock;
  }

  @PostMapping(path = "/hooks/claude-code", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
    EventTime time =
        EventTime.of(
            request.getHeader(EventTime.OCCURRED_AT),
            request.getHeader(EventTime.AGE),
            clock.instant());
    Outcome outcome = hooks.take(callers.of(request), payload(request), time);
    return ResponseEntity.status(
            outcome == Outcome.ON_ITS_WAY ? HttpStatus.ACCEPTED : HttpStatus.NO_CONTENT)
        .build();
  }

  private Payload payload(HttpServletRequest request) throws IOException {
    try {
      return new Payload(body.read(request));
    } catch (RuntimeException e) {
      hooks.refused();
      throw e;
    }
  }
}
