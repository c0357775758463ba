package dev.aidis.ingest.rest;

import dev.aidis.ingest.input.Suggestion;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.TimelineFilter.Order;
import dev.aidis.queries.TimelineFilter.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a timeline.
 *
 * @param order {@code newest} first, unless {@code oldest} is
 * @param after where the page before ended
 */
record TimelineCriteria(@Nullable Integer limit, @Nullable String order, @Nullable String after) {
  private static final int DEFAULT_LIMIT = 100;
  private static final String NEWEST = "newest";
  private static final String OLDEST = "oldest";

  TimelineFilter filter() {
    return new TimelineFilter(
        limit == null ? DEFAULT_LIMIT : SessionSearch.requireLimit(limit),
        direction(),
        after == null ? null : Place.parse(after));
  }

  private Order direction() {
    String told = order == null ? NEWEST : order;
    return switch (told) {
      case NEWEST -> Order.NEWEST_FIRST;
      case OLDEST -> Order.OLDEST_FIRST;
      default ->
          throw new IllegalArgumentException(
              Suggestion.forUnknown("order", told, List.of(NEWEST, OLDEST)));
    };
  }

  List<ActivityView> newestFirst(List<ActivityView> activities) {
    return direction() == Order.NEWEST_FIRST ? activities : activities.reversed();
  }
}
