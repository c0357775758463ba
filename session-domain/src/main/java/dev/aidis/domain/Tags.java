package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tags a session has: of each tag, whether it was added or removed last. Sessions remember
 * only the tags they have, as they did before tags could be removed; where what was removed
 * matters, their activities are asked.
 */
final class Tags {
  private Tags() {}

  /** The tags once the activity happened. Tags of a task or a decision are theirs. */
  static List<String> after(List<String> tags, Activity activity) {
    return switch (activity.kind()) {
      case TAGS_ADDED, SESSION_STARTED -> Sorted.union(tags, Sorted.distinct(activity.tags()));
      case TAGS_REMOVED -> without(tags, activity.tags());
      default -> tags;
    };
  }

  /** The tags once all that the history has between the positions happened, both included. */
  static List<String> after(
      List<String> tags, Position first, Position last, TrackerHistory history) {
    Walk walk = new Walk(tags);
    history.forEachActivity(first, last, walk::on);
    return walk.tags;
  }

  /**
   * The tags of a session that has an activity more, which is not its last and which the history
   * holds. Costs nothing for an activity that tells of no tags.
   */
  static List<String> inserted(Session session, Activity activity, TrackerHistory history) {
    List<String> tags = session.tags();
    boolean changesNothing = after(tags, activity).equals(tags);
    return changesNothing ? tags : after(List.of(), session.first(), session.last(), history);
  }

  private static List<String> without(List<String> tags, List<String> removed) {
    Set<String> all = new HashSet<>(removed);
    return tags.stream().filter(tag -> !all.contains(tag)).toList();
  }

  private static final class Walk {
    private List<String> tags;

    private Walk(List<String> tags) {
      this.tags = tags;
    }

    private void on(Activity activity) {
      tags = after(tags, activity);
    }
  }
}
