package dev.aidis.ingest.hooks;

import dev.aidis.schemas.Activity;
import java.util.List;

/**
 * What an event tells.
 *
 * @param outcome why there are no activities; {@link Outcome#RECORDED} once those there are
 *     acknowledged
 */
record Told(Outcome outcome, List<Activity> activities) {

  Told {
    activities = List.copyOf(activities);
  }

  static Told of(List<Activity> activities) {
    return new Told(Outcome.RECORDED, activities);
  }

  static Told nothing(Outcome reason) {
    return new Told(reason, List.of());
  }
}
