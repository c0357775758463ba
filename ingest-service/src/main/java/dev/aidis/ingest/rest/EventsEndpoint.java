package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.caller.StreamLimit;
import dev.aidis.ingest.live.Event;
import dev.aidis.ingest.live.LiveUpdates;
import dev.aidis.queries.TimelineFilter.Place;
import dev.aidis.schemas.TrackerKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/v1/events}: server-sent events of the caller's current session. Each connection
 * has a virtual thread, which ends with it.
 */
@RestController
final class EventsEndpoint {
  /** Within which a token that was revoked is shut out. */
  private static final Duration TICK = Duration.ofMillis(500);

  /** Between two signs of life: proxies give up after 30 s or more. */
  private static final int TICKS_BETWEEN_SIGNS = 30;

  private static final Logger log = LoggerFactory.getLogger(EventsEndpoint.class);
  private static final byte[] HELLO = bytes("retry: 2000\n\n");
  private static final byte[] SIGN_OF_LIFE = bytes(": still here\n\n");

  private final Callers callers;
  private final LiveUpdates live;
  private final StreamLimit limit = new StreamLimit();

  EventsEndpoint(Callers callers, LiveUpdates live) {
    this.callers = callers;
    this.live = live;
  }

  /**
   * @param lastHeard the id of the last event of an earlier connection: what was missed comes first
   */
  @GetMapping("/api/v1/events")
  void events(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastHeard) {
    Authority authority = Authority.of(request);
    TrackerKey key = callers.of(request).trackerKey();
    Place heard = lastHeard == null || lastHeard.isBlank() ? null : Place.parse(lastHeard);
    count(authority);
    try (LiveUpdates.Connection connection = live.connect(key, heard)) {
      response.setContentType("text/event-stream;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no"); // nginx would wait for more
      tell(connection, authority, response.getOutputStream());
    } catch (IOException e) {
      log.debug("{} does not listen any more: {}", authority.name(), e.getMessage());
    } finally {
      limit.leave(authority);
    }
  }

  private void count(Authority authority) {
    if (!limit.enter(authority)) {
      throw new RefusedRequestException(
          HttpStatus.TOO_MANY_REQUESTS,
          "There are %d connections for events with this token; close some."
              .formatted(StreamLimit.MOST));
    }
  }

  private static void tell(LiveUpdates.Connection connection, Authority authority, OutputStream out)
      throws IOException {
    out.write(HELLO);
    out.flush();
    int quiet = 0;
    while (!connection.isClosed() && authority.isGood()) {
      Event event = connection.next(TICK);
      if (event != null) {
        out.write(event.bytes());
        out.flush();
        quiet = 0;
      } else if (++quiet >= TICKS_BETWEEN_SIGNS) {
        out.write(SIGN_OF_LIFE);
        out.flush();
        quiet = 0;
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
