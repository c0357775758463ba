package dev.aidis.queries;

import dev.aidis.schemas.SessionStatus;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions to list, newest first. What is absent does not matter.
 *
 * @param owner absent only in {@link #ofEverybody}
 * @param model the AI model used last in the session
 * @param machine one of the session's
 * @param from sessions that began then or later
 * @param until sessions that began before then
 * @param text words, each the beginning of a word in the goal and notes, or in the title of one
 *     task, decision or context item that was told in the session; one at least
 * @param limit at most so many, 1 to {@value #MOST}
 * @param before only sessions older than that place in the list: the next page
 */
public record SessionFilter(
    @Nullable String owner,
    @Nullable String workspace,
    @Nullable String project,
    @Nullable String tag,
    @Nullable String model,
    @Nullable String machine,
    @Nullable SessionStatus status,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String text,
    int limit,
    @Nullable Place before) {

  public static final int MOST = 1_000;

  /** A session's place in the list. */
  public record Place(Instant startedAt, long number) {
    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,15})_([0-9]{1,18})");

    public static Place of(SessionView session) {
      return new Place(session.startedAt(), session.number());
    }

    /**
     * Reads what {@code toString} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of that kind
     */
    public static Place parse(String text) {
      Matcher parts = TEXT.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "'%s' is no place in a list: take the one that came with the page before"
                .formatted(text.length() > 80 ? text.substring(0, 80) + "…" : text));
      }
      return new Place(
          Instant.ofEpochMilli(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2)));
    }

    /** For a link to the next page. */
    @Override
    public String toString() {
      return startedAt.toEpochMilli() + "_" + number;
    }
  }

  public SessionFilter {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit " + limit + " must lie between 1 and " + MOST);
    }
    if (from != null && until != null && until.isBefore(from)) {
      throw new IllegalArgumentException(
          "until %s must not be before from %s".formatted(until, from));
    }
    Words.requireWord(text);
  }

  /** All sessions in a scope. */
  public static SessionFilter newest(Scope scope, int limit) {
    return new SessionFilter(
        scope.owner(),
        scope.workspace(),
        scope.project(),
        scope.tag(),
        scope.model(),
        scope.machine(),
        null,
        null,
        null,
        null,
        limit,
        null);
  }

  /** All sessions of an owner. */
  public static SessionFilter newest(String owner, int limit) {
    return newest(Scope.of(owner), limit);
  }

  /** All sessions of everybody: for who runs the tracker, never for answering one of its owners. */
  public static SessionFilter ofEverybody(int limit) {
    return new SessionFilter(
        null, null, null, null, null, null, null, null, null, null, limit, null);
  }

  public SessionFilter withWorkspace(@Nullable String value) {
    return new SessionFilter(
        owner, value, project, tag, model, machine, status, from, until, text, limit, before);
  }

  public SessionFilter withProject(@Nullable String value) {
    return new SessionFilter(
        owner, workspace, value, tag, model, machine, status, from, until, text, limit, before);
  }

  public SessionFilter withTag(@Nullable String value) {
    return new SessionFilter(
        owner, workspace, project, value, model, machine, status, from, until, text, limit, before);
  }

  public SessionFilter withModel(@Nullable String value) {
    return new SessionFilter(
        owner, workspace, project, tag, value, machine, status, from, until, text, limit, before);
  }

  public SessionFilter withMachine(@Nullable String value) {
    return new SessionFilter(
        owner, workspace, project, tag, model, value, status, from, until, text, limit, before);
  }

  public SessionFilter withStatus(@Nullable SessionStatus value) {
    return new SessionFilter(
        owner, workspace, project, tag, model, machine, value, from, until, text, limit, before);
  }

  /** Sessions that began from one time until before another. */
  public SessionFilter withStartBetween(@Nullable Instant first, @Nullable Instant end) {
    return new SessionFilter(
        owner, workspace, project, tag, model, machine, status, first, end, text, limit, before);
  }

  public SessionFilter withText(@Nullable String value) {
    return new SessionFilter(
        owner, workspace, project, tag, model, machine, status, from, until, value, limit, before);
  }

  public SessionFilter withBefore(@Nullable Place value) {
    return new SessionFilter(
        owner, workspace, project, tag, model, machine, status, from, until, text, limit, value);
  }
}
