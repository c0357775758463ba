package dev.aidis.queries;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of tasks, decisions or context items.
 *
 * @param next what the next page is asked for with; absent on the last one
 */
public record ItemPage<T>(List<T> items, ItemFilter.@Nullable Place next) {

  public ItemPage {
    items = List.copyOf(items);
  }

  /** The last page. */
  public static <T> ItemPage<T> last(List<T> items) {
    return new ItemPage<>(items, null);
  }

  /**
   * The page of the first rows.
   *
   * @param rows one more than the limit, where there are more
   */
  static <T> ItemPage<T> of(List<T> rows, int limit, Function<T, ItemFilter.Place> place) {
    return rows.size() > limit
        ? new ItemPage<>(rows.subList(0, limit), place.apply(rows.get(limit - 1)))
        : last(rows);
  }
}
