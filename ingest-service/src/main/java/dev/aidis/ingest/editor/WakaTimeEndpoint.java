package dev.aidis.ingest.editor;

import dev.aidis.ingest.answers.PeriodStatistics;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.rest.BoundedBody;
import dev.aidis.queries.Scope;
import dev.aidis.queries.stats.Period;
import dev.aidis.schemas.ActivityLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /compat/wakatime/v1/users/current/…}: what WakaTime's plugins call. */
@RestController
@RequestMapping("/compat/wakatime/v1/users/current")
final class WakaTimeEndpoint {
  private final BoundedBody body;
  private final Callers callers;
  private final HeartbeatIntake intake;
  private final PeriodStatistics statistics;
  private final InstantSource clock;

  WakaTimeEndpoint(
      BoundedBody body,
      Callers callers,
      HeartbeatIntake intake,
      PeriodStatistics statistics,
      InstantSource clock) {
    this.body = body;
    this.callers = callers;
    this.intake = intake;
    this.statistics = statistics;
    this.clock = clock;
  }

  /** Whose key it is; setups and plugins ask it to see whether it is good. */
  @GetMapping
  Map<String, Object> user(HttpServletRequest request) {
    String owner = callers.of(request).trackerKey().owner();
    return Map.of("data", Map.of("id", owner, "username", owner, "display_name", owner));
  }

  @PostMapping("/heartbeats")
  ResponseEntity<Object> one(HttpServletRequest request) throws IOException {
    HeartbeatIntake.Answer answer = take(List.of(body.read(request)), request).getFirst();
    return ResponseEntity.status(answer.status()).body(answer.body());
  }

  @PostMapping("/heartbeats.bulk")
  ResponseEntity<Object> many(HttpServletRequest request) throws IOException {
    JsonNode heartbeats = body.read(request);
    if (!heartbeats.isArray()) {
      return ResponseEntity.badRequest()
          .body(Map.of("error", "The body must be a JSON array of heartbeats."));
    }
    List<JsonNode> items = new ArrayList<>();
    heartbeats.forEach(items::add);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            Map.of(
                "responses",
                take(items, request).stream()
                    .map(answer -> List.of(answer.body(), answer.status()))
                    .toList()));
  }

  private List<HeartbeatIntake.Answer> take(List<JsonNode> items, HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return intake.take(items, agent == null ? "" : agent, caller(request));
  }

  /** The time of today, for the editor's status bar. */
  @GetMapping({"/statusbar/today", "/status_bar/today"})
  StatusBar today(HttpServletRequest request) {
    Instant now = clock.instant();
    ZoneId zone = zone(request.getHeader("TimeZone"));
    Scope scope = Scope.of(callers.of(request).trackerKey().owner());
    return StatusBar.of(
        statistics.of(scope, Period.Calendar.DAY, zone, now).current().active(), now, zone);
  }

  /** The header that plugins name their machine in goes before what is only assumed. */
  private Caller caller(HttpServletRequest request) {
    Caller caller = callers.of(request);
    String named = machine(request.getHeader("X-Machine-Name"));
    boolean assumed =
        caller.machine().equals(callers.machine()) || caller.machine().equals("unknown");
    return named == null || !assumed || request.getHeader("Aidis-Machine") != null
        ? caller
        : new Caller(
            caller.trackerKey(), named, caller.clientSession(), caller.project(), caller.repo());
  }

  /** wakatime-cli escapes it as in a query. */
  private static @Nullable String machine(@Nullable String header) {
    try {
      String name = header == null ? "" : URLDecoder.decode(header, StandardCharsets.UTF_8).strip();
      boolean possible =
          !name.isEmpty()
              && name.length() <= ActivityLimits.SHORT
              && name.chars().noneMatch(Character::isISOControl);
      return possible ? name : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static ZoneId zone(@Nullable String header) {
    try {
      return header == null || header.isBlank() ? ZoneId.systemDefault() : ZoneId.of(header);
    } catch (DateTimeException e) {
      return ZoneId.systemDefault();
    }
  }
}
