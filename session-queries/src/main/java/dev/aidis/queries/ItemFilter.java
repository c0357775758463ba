package dev.aidis.queries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks, decisions or context items of an owner to list, newest first. What is absent does
 * not matter.
 *
 * @param workspace they were told in
 * @param project they were told in, by name
 * @param tag one of theirs
 * @param text words, each the beginning of a word in what they say; one at least
 * @param limit at most so many, 1 to {@value #MOST}
 * @param before only items older than that place in the list: the next page
 */
public record ItemFilter(
    String owner,
    @Nullable String workspace,
    @Nullable String project,
    @Nullable String tag,
    @Nullable String text,
    int limit,
    @Nullable Place before) {

  public static final int MOST = 1_000;

  /** An item's place in the list. */
  public record Place(Instant createdAt, long number) {

    /**
     * Reads what {@code toString} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of that kind
     */
    public static Place parse(String text) {
      SessionFilter.Place place = SessionFilter.Place.parse(text);
      return new Place(place.startedAt(), place.number());
    }

    /** For a link to the next page. */
    @Override
    public String toString() {
      return new SessionFilter.Place(createdAt, number).toString();
    }
  }

  public ItemFilter {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit " + limit + " must lie between 1 and " + MOST);
    }
    Words.requireWord(text);
  }

  /** All items of an owner. */
  public static ItemFilter newest(String owner, int limit) {
    return new ItemFilter(owner, null, null, null, null, limit, null);
  }

  public ItemFilter withWorkspace(@Nullable String value) {
    return new ItemFilter(owner, value, project, tag, text, limit, before);
  }

  public ItemFilter withProject(@Nullable String value) {
    return new ItemFilter(owner, workspace, value, tag, text, limit, before);
  }

  public ItemFilter withTag(@Nullable String value) {
    return new ItemFilter(owner, workspace, project, value, text, limit, before);
  }

  public ItemFilter withText(@Nullable String value) {
    return new ItemFilter(owner, workspace, project, tag, value, limit, before);
  }

  public ItemFilter withBefore(@Nullable Place value) {
    return new ItemFilter(owner, workspace, project, tag, text, limit, value);
  }
}
