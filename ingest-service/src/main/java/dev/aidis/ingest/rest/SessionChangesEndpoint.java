package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.ProjectSource;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.SessionEffects.Effect;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Page.Frame;
import dev.aidis.queries.page.Symbol;
import dev.aidis.queries.page.Text;
import dev.aidis.queries.report.SessionReport;
import dev.aidis.schemas.Activity;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/v1/session/…}: changes the caller's current session as the tools do. Durable
 * before it is answered, and visible too unless it takes more than a few seconds.
 */
@RestController
final class SessionChangesEndpoint {
  private static final String NO_CLIENT = "rest";

  private final BoundedBody body;
  private final Callers callers;
  private final SessionEffects effects;
  private final SessionDetails details;
  private final ProjectSource projects;
  private final CurrentWork work;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  SessionChangesEndpoint(
      BoundedBody body,
      Callers callers,
      SessionEffects effects,
      SessionDetails details,
      ProjectSource projects,
      CurrentWork work,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.body = body;
    this.callers = callers;
    this.effects = effects;
    this.details = details;
    this.projects = projects;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param effect {@code visible}, {@code on_its_way} or {@code unknown} while Postgres is away
   * @param message for people
   * @param session as it stands with the change in it; absent unless the change is visible
   */
  record Changed(String effect, String message, @Nullable SessionView session) {}

  @PostMapping(path = "/api/v1/session/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> change(
      HttpServletRequest request, @PathVariable String name, Presentation presentation)
      throws IOException {
    SessionChange change = SessionChange.named(name);
    Caller caller = callers.of(request);
    Activity activity = read(change, request, caller);
    if (change.needsSession()) {
      requireSession(caller, activity.occurredAt());
    }
    Effect effect = effects.of(activity);
    String message = message(change, effect);
    return presentation.of(
        () ->
            new Changed(
                effect.reach().name().toLowerCase(Locale.ROOT),
                message,
                effect.session().orElse(null)),
        zone -> page(change, effect, message, zone));
  }

  private Activity read(SessionChange change, HttpServletRequest request, Caller caller)
      throws IOException {
    String client = request.getHeader("Aidis-Client");
    return change.read(
        body.read(request),
        caller,
        client == null || client.isBlank() ? NO_CLIENT : client.strip(),
        project(change, caller),
        ids.get(),
        clock.instant());
  }

  private @Nullable String project(SessionChange change, Caller caller) {
    return change == SessionChange.START
        ? projects.choose(caller).orElse(null)
        : work.told(caller.trackerKey()).map(CurrentWork.Told::project).orElse(null);
  }

  private void requireSession(Caller caller, Instant now) {
    if (!effects.mayBeOpen(caller.trackerKey(), now)) {
      throw new RefusedRequestException(
          HttpStatus.NOT_FOUND, "No session of " + caller.trackerKey() + " is open.");
    }
  }

  private static String message(SessionChange change, Effect effect) {
    String session = effect.session().map(one -> "session #" + one.number()).orElse("the session");
    String project =
        change == SessionChange.START || change == SessionChange.PROJECT
            ? effect.session().map(SessionView::project).map(one -> ", project " + one).orElse("")
            : "";
    return effect.text(change.deed() + " " + session + project + ".");
  }

  private Page page(SessionChange change, Effect effect, String message, ZoneId zone) {
    Instant now = clock.instant();
    return effect
        .session()
        .filter(session -> change == SessionChange.END)
        .map(details::of)
        .map(
            detail ->
                new SessionReport(zone)
                    .of(detail.session(), detail.files(), detail.activities(), now))
        .orElseGet(
            () ->
                Page.write(Frame.BARE, Symbol.DONE, Text.of(change.deed() + " a session"))
                    .section()
                    .line(Symbol.DONE, Text.told(message))
                    .page());
  }
}
