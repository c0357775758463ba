package dev.aidis.queries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a session's timeline.
 *
 * @param next what the next page is asked for with; absent on the last one
 */
public record TimelinePage(List<ActivityView> activities, TimelineFilter.@Nullable Place next) {

  public TimelinePage {
    activities = List.copyOf(activities);
  }

  /** The last page. */
  public static TimelinePage last(List<ActivityView> activities) {
    return new TimelinePage(activities, null);
  }
}
