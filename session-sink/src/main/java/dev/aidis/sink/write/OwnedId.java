package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an owner calls a task, context item or decision. Owners choose such ids themselves, so two
 * may have the same: the row is that of the owner who was written first, and what others tell with
 * its id neither changes nor refers to it.
 */
record OwnedId(String owner, UUID id) {

  /** As an activity calls it; absent if it names none. */
  static @Nullable OwnedId of(Activity activity, @Nullable UUID id) {
    return id == null ? null : new OwnedId(activity.owner(), id);
  }

  /**
   * Parts in which no id comes twice, to be written one after the other; one but for ids that
   * several owners have. What came first is in the first part, so that the same owner is the first
   * one however updates are cut into batches.
   *
   * @param told each owner's once, in order of arrival
   */
  static <T> List<List<T>> apart(Collection<T> told, Function<T, OwnedId> nameOf) {
    List<List<T>> parts = new ArrayList<>();
    Map<UUID, Integer> times = new HashMap<>();
    for (T one : told) {
      int place = times.merge(nameOf.apply(one).id(), 1, Integer::sum) - 1;
      if (place == parts.size()) {
        parts.add(new ArrayList<>());
      }
      parts.get(place).add(one);
    }
    return parts;
  }
}
