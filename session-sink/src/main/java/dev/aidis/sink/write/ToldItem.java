package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Position;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one owner's activities of a batch tell about one context item or decision.
 *
 * @param first the first activity that tells it; where none does, the first that refers to it
 * @param last the last such activity: its text stands
 * @param told whether any of them tells it, rather than only referring to it
 */
record ToldItem(OwnedId name, PlacedActivity first, PlacedActivity last, boolean told) {

  /** The context items of a batch, each owner's once, in order of arrival. */
  static Collection<ToldItem> contextIn(BatchPlan plan) {
    return in(plan, ActivityType.CONTEXT_ADDED, ToldItem::contextIdOf);
  }

  /** The decisions of a batch, in the same way. */
  static Collection<ToldItem> decisionsIn(BatchPlan plan) {
    return in(plan, ActivityType.DECISION_MADE, ToldItem::decisionIdOf);
  }

  /** The context item an activity is about: an addition without an id gives the item its own. */
  static @Nullable UUID contextIdOf(Activity activity) {
    return activity.contextId() == null && activity.kind() == ActivityType.CONTEXT_ADDED
        ? activity.id()
        : activity.contextId();
  }

  /** The decision an activity is about, in the same way. */
  static @Nullable UUID decisionIdOf(Activity activity) {
    return activity.decisionId() == null && activity.kind() == ActivityType.DECISION_MADE
        ? activity.id()
        : activity.decisionId();
  }

  private static Collection<ToldItem> in(
      BatchPlan plan, ActivityType telling, Function<Activity, @Nullable UUID> idOf) {
    Map<OwnedId, ToldItem> items = new LinkedHashMap<>();
    for (PlacedActivity placed : plan.activities()) {
      OwnedId name = OwnedId.of(placed.activity(), idOf.apply(placed.activity()));
      if (name != null) {
        boolean told = placed.activity().kind() == telling;
        items.merge(name, new ToldItem(name, placed, placed, told), ToldItem::plus);
      }
    }
    return items.values();
  }

  private ToldItem plus(ToldItem other) {
    if (told != other.told) {
      return told ? this : other;
    }
    return new ToldItem(
        name,
        positionOf(other.first).isBefore(positionOf(first)) ? other.first : first,
        positionOf(other.last).isAfter(positionOf(last)) ? other.last : last,
        told);
  }

  private static Position positionOf(PlacedActivity placed) {
    return placed.activity().position();
  }
}
