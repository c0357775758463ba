package dev.aidis.queries;

import dev.aidis.schemas.ActivityType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a session's timeline.
 *
 * @param limit at most so many activities, 1 to {@value #MOST}
 * @param after only what comes behind that place in the order: the next page
 */
public record TimelineFilter(int limit, Order order, @Nullable Place after) {
  public static final int MOST = 1_000;

  /** Which activities come first. */
  public enum Order {
    NEWEST_FIRST,
    OLDEST_FIRST
  }

  public TimelineFilter {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit " + limit + " must lie between 1 and " + MOST);
    }
  }

  /** The first page, newest first. */
  public static TimelineFilter newest(int limit) {
    return new TimelineFilter(limit, Order.NEWEST_FIRST, null);
  }

  /** The first page, oldest first. */
  public static TimelineFilter oldest(int limit) {
    return new TimelineFilter(limit, Order.OLDEST_FIRST, null);
  }

  public TimelineFilter withAfter(@Nullable Place value) {
    return new TimelineFilter(limit, order, value);
  }

  /**
   * An activity's place in the timeline. It stays the same, whatever activities come later.
   *
   * @param rank among activities of one millisecond
   */
  public record Place(Instant occurredAt, int rank, UUID activity) {
    private static final Pattern MILLIS = Pattern.compile("-?[0-9]{1,14}");

    public static Place of(ActivityView activity) {
      return new Place(
          activity.occurredAt(), ActivityType.of(activity.type()).rank(), activity.id());
    }

    /**
     * Reads what {@code toString} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of that kind
     */
    public static Place parse(String text) {
      List<String> parts = Arrays.asList(text.split("_", -1));
      try {
        if (parts.size() == 3) {
          return new Place(
              Instant.ofEpochMilli(millisOf(parts.getFirst())),
              Integer.parseInt(parts.get(1)),
              UUID.fromString(parts.getLast()));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(message(text), e);
      }
      throw new IllegalArgumentException(message(text));
    }

    /** No more digits than a time has that Postgres can hold. */
    private static long millisOf(String text) {
      if (!MILLIS.matcher(text).matches()) {
        throw new IllegalArgumentException(text);
      }
      return Long.parseLong(text);
    }

    private static String message(String text) {
      return "'%s' is no place in a timeline: take the one that came with the page before"
          .formatted(text.length() > 80 ? text.substring(0, 80) + "…" : text);
    }

    /** For a link to the next page. */
    @Override
    public String toString() {
      return occurredAt.toEpochMilli() + "_" + rank + "_" + activity;
    }
  }
}
