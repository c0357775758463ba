package dev.aidis.ingest;

import dev.aidis.ingest.answers.SessionPages;
import dev.aidis.ingest.session.SessionDetail;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionLister;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.ingest.session.Timelines;
import dev.aidis.ingest.session.WrittenActivities;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionPage;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.TimelinePage;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** The database: knows one session, or is away. */
public final class FakeSessions
    implements SessionFinder,
        SessionLister,
        SessionPages,
        SessionDetails,
        Timelines,
        WrittenActivities {
  public static final SessionView OPEN = atRevision(7);

  private volatile @Nullable SessionView session = OPEN;
  private volatile @Nullable Supplier<DataAccessException> failure;
  private volatile boolean behind;
  private volatile @Nullable SessionFilter lastFilter;
  private volatile @Nullable TimelineFilter lastTimeline;

  /** Knows its session, answers at once. */
  public void reset() {
    session = OPEN;
    failure = null;
    behind = false;
  }

  public void breakDown() {
    failure = () -> new DataAccessResourceFailureException("no database");
  }

  /** From now on it is asked what it cannot look for. */
  public void refuse() {
    failure = () -> new DataIntegrityViolationException("invalid byte sequence");
  }

  /** From now on nothing that is recorded becomes visible. */
  public void fallBehind() {
    behind = true;
  }

  public void hasNoSession() {
    session = null;
  }

  /** Its session, or another one, from now on. */
  public void has(SessionView now) {
    session = now;
  }

  /** Its session after something was done in it. */
  public static SessionView changed() {
    return atRevision(OPEN.revision() + 1);
  }

  /** Its session, ended with its last activity. */
  public static SessionView ended() {
    return view("ended", OPEN.lastActivityAt(), OPEN.revision() + 1);
  }

  private static SessionView atRevision(long revision) {
    return view("active", null, revision);
  }

  private static SessionView view(String status, @Nullable Instant endedAt, long revision) {
    return new SessionView(
        48,
        UUID.fromString("01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3"),
        "ada",
        "main",
        "aidis",
        Instant.parse("2026-11-22T10:00:00Z"),
        Instant.parse("2026-11-22T11:30:00Z"),
        endedAt,
        90,
        60,
        0,
        status,
        "Ship it",
        null,
        List.of("feature"),
        List.of("laptop"),
        List.of("test-client/1.0"),
        null,
        "claude-sonnet-4.5",
        "anthropic",
        new Counters(12, 3, 2, 1, 0, 1, 2, 1, 4, 2, 120, 30, 0, 0, 0, 0, TokenUsage.NONE),
        new BigDecimal("64.67"),
        false,
        revision,
        null,
        null);
  }

  public @Nullable SessionFilter lastFilter() {
    return lastFilter;
  }

  public @Nullable TimelineFilter lastTimeline() {
    return lastTimeline;
  }

  @Override
  public Optional<SessionView> find(SessionRef ref) {
    requireThere();
    return Optional.ofNullable(session)
        .filter(
            known ->
                switch (ref) {
                  case SessionRef.ByNumber(String owner, long number) ->
                      owner.equals(known.owner()) && number == known.number();
                  case SessionRef.ById(String owner, UUID id) ->
                      owner.equals(known.owner()) && id.equals(known.id());
                  case SessionRef.Current(var key) -> key.owner().equals(known.owner());
                  case SessionRef.Of _ -> true;
                });
  }

  @Override
  public List<SessionView> list(SessionFilter filter) {
    requireThere();
    lastFilter = filter;
    return Optional.ofNullable(session).stream().toList();
  }

  /** Has another page behind the first. */
  @Override
  public SessionPage of(SessionFilter filter) {
    List<SessionView> sessions =
        list(filter).stream()
            .filter(known -> filter.owner() == null || known.owner().equals(filter.owner()))
            .toList();
    return sessions.isEmpty() || filter.before() != null
        ? SessionPage.last(sessions)
        : new SessionPage(sessions, SessionFilter.Place.of(sessions.getFirst()));
  }

  @Override
  public SessionDetail of(SessionView view) {
    requireThere();
    return new SessionDetail(
        view,
        new FileList(
            List.of(
                new FileView("src/Login.java", 4, 1, 120, 30, view.startedAt(), view.startedAt())),
            1),
        activities(view));
  }

  /** Has another page behind the first. */
  @Override
  public TimelinePage of(String owner, UUID sessionId, TimelineFilter filter) {
    requireThere();
    lastTimeline = filter;
    List<ActivityView> activities = activities(OPEN);
    return filter.after() == null
        ? new TimelinePage(activities, TimelineFilter.Place.of(activities.getFirst()))
        : TimelinePage.last(activities);
  }

  @Override
  public boolean contains(Activity activity) {
    requireThere();
    return !behind;
  }

  private static List<ActivityView> activities(SessionView view) {
    return List.of(
        new ActivityView(
            view.id(),
            "task_created",
            view.startedAt(),
            "laptop",
            null,
            "aidis",
            true,
            null,
            "Created task: Ship it",
            "Ship it",
            null,
            7,
            "todo",
            null,
            null,
            null,
            List.of()));
  }

  private void requireThere() {
    Supplier<DataAccessException> failing = failure;
    if (failing != null) {
      throw failing.get();
    }
  }
}
