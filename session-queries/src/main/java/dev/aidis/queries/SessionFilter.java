package dev.aidis.queries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions to list, newest first. What is absent does not matter.
 *
 * @param limit at most so many, 1 to {@value #MOST}
 * @param before only sessions older than that place in the list: the next page
 */
public record SessionFilter(
    @Nullable String owner,
    @Nullable String workspace,
    @Nullable String project,
    @Nullable String tag,
    int limit,
    @Nullable Place before) {

  public static final int MOST = 1_000;

  /** A session's place in the list. */
  public record Place(Instant startedAt, long number) {
    public static Place of(SessionView session) {
      return new Place(session.startedAt(), session.number());
    }
  }

  public SessionFilter {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit " + limit + " must lie between 1 and " + MOST);
    }
  }

  /** All sessions of everybody. */
  public static SessionFilter newest(int limit) {
    return new SessionFilter(null, null, null, null, limit, null);
  }

  public SessionFilter withOwner(@Nullable String value) {
    return new SessionFilter(value, workspace, project, tag, limit, before);
  }

  public SessionFilter withWorkspace(@Nullable String value) {
    return new SessionFilter(owner, value, project, tag, limit, before);
  }

  public SessionFilter withProject(@Nullable String value) {
    return new SessionFilter(owner, workspace, value, tag, limit, before);
  }

  public SessionFilter withTag(@Nullable String value) {
    return new SessionFilter(owner, workspace, project, value, limit, before);
  }

  public SessionFilter withBefore(@Nullable Place value) {
    return new SessionFilter(owner, workspace, project, tag, limit, value);
  }
}
