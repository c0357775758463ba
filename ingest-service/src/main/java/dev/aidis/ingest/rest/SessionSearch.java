package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionLister;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Finds the sessions that a request asks for. */
record SessionSearch(Callers callers, SessionLister lister, SessionFinder finder) {
  private static final int DEFAULT_LIMIT = 10;
  private static final String EVERYBODY = "*";

  /**
   * The parameters of a list.
   *
   * @param owner the tracker's own if absent, all for {@code *}
   */
  record Criteria(
      @Nullable Integer limit,
      @Nullable String owner,
      @Nullable String workspace,
      @Nullable String project,
      @Nullable String tag) {}

  List<SessionView> list(HttpServletRequest request, Criteria criteria) {
    String owner =
        criteria.owner() == null ? callers.of(request).trackerKey().owner() : criteria.owner();
    int limit = criteria.limit() == null ? DEFAULT_LIMIT : requireLimit(criteria.limit());
    SessionFilter filter =
        owner.equals(EVERYBODY)
            ? SessionFilter.ofEverybody(limit)
            : SessionFilter.newest(owner, limit);
    return lister.list(
        filter
            .withWorkspace(criteria.workspace())
            .withProject(criteria.project())
            .withTag(criteria.tag()));
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

  /** Refuses a number of rows that is too small or too great. */
  static int requireLimit(int limit) {
    if (limit < 1 || limit > SessionFilter.MOST) {
      throw RefusedRequestException.badRequest(
          "limit " + limit + " must lie between 1 and " + SessionFilter.MOST + ".");
    }
    return limit;
  }
}
