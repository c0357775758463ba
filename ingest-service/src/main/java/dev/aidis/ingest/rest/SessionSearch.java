package dev.aidis.ingest.rest;

import dev.aidis.ingest.answers.SessionPages;
import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.input.Moment;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionPage;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.comparison.Side;
import dev.aidis.schemas.SessionStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Finds the sessions that a request asks for. */
record SessionSearch(Callers callers, SessionPages pages, SessionFinder finder) {
  private static final int DEFAULT_LIMIT = 10;
  private static final String EVERYBODY = "*";

  /**
   * The parameters of a list.
   *
   * @param owner the caller's own if absent, all for {@code *}
   * @param after where the page before ended
   */
  record Criteria(
      @Nullable Integer limit,
      @Nullable String owner,
      @Nullable String workspace,
      @Nullable String project,
      @Nullable String tag,
      @Nullable String model,
      @Nullable String machine,
      @Nullable String status,
      @Nullable String since,
      @Nullable String until,
      @Nullable String text,
      @Nullable String after) {

    /** Whether it asks for less than all sessions of an owner. */
    boolean isNarrowed() {
      return Stream.of(workspace, project, tag, model, machine, status, since, until, text)
          .anyMatch(Objects::nonNull);
    }

    private @Nullable SessionStatus sessionStatus() {
      String wanted = status;
      if (wanted == null) {
        return null;
      }
      return Arrays.stream(SessionStatus.values())
          .filter(known -> known.wireName().equals(wanted))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      Suggestion.forUnknown(
                          "status",
                          wanted,
                          Arrays.stream(SessionStatus.values())
                              .map(SessionStatus::wireName)
                              .toList())));
    }
  }

  /**
   * A page of the sessions that meet the criteria, newest first.
   *
   * @param zone whose days {@code since} and {@code until} are
   */
  SessionPage list(HttpServletRequest request, Criteria criteria, ZoneId zone) {
    Moment moment = new Moment(zone);
    String owner =
        criteria.owner() == null
            ? callers.of(request).trackerKey().owner()
            : Authority.of(request).requireOwner(criteria.owner());
    int limit = criteria.limit() == null ? DEFAULT_LIMIT : requireLimit(criteria.limit());
    SessionFilter filter =
        owner.equals(EVERYBODY)
            ? SessionFilter.ofEverybody(limit)
            : SessionFilter.newest(owner, limit);
    String after = criteria.after();
    return pages.of(
        filter
            .withBefore(after == null ? null : SessionFilter.Place.parse(after))
            .withWorkspace(criteria.workspace())
            .withProject(criteria.project())
            .withTag(criteria.tag())
            .withModel(criteria.model())
            .withMachine(criteria.machine())
            .withStatus(criteria.sessionStatus())
            .withStartBetween(moment.since(criteria.since()), moment.until(criteria.until()))
            .withText(criteria.text()));
  }

  /**
   * The session of that name.
   *
   * @param ref a number, a UUID or {@code current}
   * @throws RefusedRequestException with status 404, if there is none
   */
  SessionView find(HttpServletRequest request, String ref) {
    Caller caller = callers.of(request);
    return finder
        .find(SessionRef.parse(ref, caller.trackerKey()))
        .orElseThrow(
            () ->
                new RefusedRequestException(
                    HttpStatus.NOT_FOUND,
                    ref.equals("current")
                        ? "No session of " + caller.trackerKey() + " is open."
                        : "There is no session " + ref + "."));
  }

  /**
   * The session of that name, to be compared.
   *
   * @throws RefusedRequestException with status 404, if there is none
   */
  Side side(HttpServletRequest request, String ref) {
    SessionView session = find(request, ref);
    boolean itself = SessionRef.parse(ref, callers.of(request).trackerKey()).names(session);
    return new Side(session, itself ? null : ref);
  }

  /** Refuses a number of rows that is too small or too great. */
  static int requireLimit(int limit) {
    if (limit < 1 || limit > SessionFilter.MOST) {
      throw RefusedRequestException.badRequest(
          "limit " + limit + " must lie between 1 and " + SessionFilter.MOST + ".");
    }
    return limit;
  }
}
