package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.Position;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one owner's activities of a batch tell about one task, folded so that their order does not
 * matter.
 *
 * @param first the first of them; where none tells the task, the first that refers to it
 * @param told whether any of them tells the task, rather than only referring to it
 * @param last position of the last of them
 */
record ToldTask(
    OwnedId name,
    PlacedActivity first,
    boolean told,
    Position last,
    @Nullable Latest status,
    @Nullable Latest title,
    @Nullable Latest description) {

  private static final Set<String> STATUSES = Set.of("todo", "in_progress", "completed");

  /** The tasks of a batch, each owner's once, in order of arrival. */
  static Collection<ToldTask> in(BatchPlan plan) {
    Map<OwnedId, ToldTask> tasks = new LinkedHashMap<>();
    for (PlacedActivity placed : plan.activities()) {
      OwnedId name = OwnedId.of(placed.activity(), idOf(placed.activity()));
      if (name != null) {
        tasks.merge(name, of(name, placed), ToldTask::plus);
      }
    }
    return tasks.values();
  }

  /** The task an activity is about: a creation without an id gives the task its own. */
  static @Nullable UUID idOf(Activity activity) {
    return activity.taskId() == null && activity.kind() == ActivityType.TASK_CREATED
        ? activity.id()
        : activity.taskId();
  }

  private static ToldTask of(OwnedId name, PlacedActivity placed) {
    Activity activity = placed.activity();
    Position position = activity.position();
    boolean told = activity.kind().isTask();
    return new ToldTask(
        name,
        placed,
        told,
        position,
        told ? new Latest(statusOf(activity), position) : null,
        told ? latest(activity.title(), position) : null,
        told ? latest(activity.body(), position) : null);
  }

  private static @Nullable Latest latest(@Nullable String value, Position position) {
    return value == null ? null : new Latest(value, position);
  }

  private static String statusOf(Activity activity) {
    return switch (activity.kind()) {
      case TASK_COMPLETED -> "completed";
      case TASK_IN_PROGRESS -> "in_progress";
      case TASK_CREATED -> {
        String status = activity.taskStatus();
        yield status != null && STATUSES.contains(status) ? status : "todo";
      }
      default -> "todo";
    };
  }

  private ToldTask plus(ToldTask other) {
    boolean othersFirst =
        told == other.told
            ? other.first.activity().position().isBefore(first.activity().position())
            : other.told;
    return new ToldTask(
        name,
        othersFirst ? other.first : first,
        told || other.told,
        other.last.isAfter(last) ? other.last : last,
        Latest.of(status, other.status),
        Latest.of(title, other.title),
        Latest.of(description, other.description));
  }
}
