package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/activities}. */
@RestController
final class ActivitiesEndpoint {
  private static final int MAX_ACTIVITIES = 1000;
  private static final String ACTIVITIES = "activities";

  private final BoundedBody body;
  private final Callers callers;
  private final Intake intake;

  ActivitiesEndpoint(BoundedBody body, Callers callers, Intake intake) {
    this.body = body;
    this.callers = callers;
    this.intake = intake;
  }

  @PostMapping(path = "/api/v1/activities", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  IntakeAnswer take(HttpServletRequest request) throws IOException {
    return intake.take(itemsOf(body.read(request)), callers.of(request), Authority.of(request));
  }

  static JsonNode itemsOf(JsonNode envelope) {
    JsonNode items = envelope.get(ACTIVITIES);
    if (items == null
        || !items.isArray()
        || !Set.of(ACTIVITIES).containsAll(envelope.propertyNames())) {
      throw RefusedRequestException.badRequest(
          "The body must be {\"activities\":[…]} and nothing else.");
    }
    if (items.isEmpty() || items.size() > MAX_ACTIVITIES) {
      throw RefusedRequestException.badRequest(
          "Send 1 to %d activities at once, not %d.".formatted(MAX_ACTIVITIES, items.size()));
    }
    return items;
  }
}
