package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.mcp.argument.ArgumentType;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a task stands, and the activity that tells so. */
enum TaskStatus {
  TODO(ActivityType.TASK_TODO, "Put task back to todo"),
  IN_PROGRESS(ActivityType.TASK_IN_PROGRESS, "Started task"),
  COMPLETED(ActivityType.TASK_COMPLETED, "Completed task");

  static final ArgumentType<TaskStatus> ARGUMENT =
      ArgumentTypes.oneOf(TaskStatus.class, TaskStatus::wireName);

  private final ActivityType type;
  private final String deed;
  private final String wireName = name().toLowerCase(Locale.ROOT);

  TaskStatus(ActivityType type, String deed) {
    this.type = type;
    this.deed = deed;
  }

  String wireName() {
    return wireName;
  }

  /**
   * The activity that tells it.
   *
   * @param title if it was told with the status
   * @param name of the task in the timeline, if it is known
   */
  Activity activity(Call call, UUID taskId, @Nullable String title, Optional<String> name) {
    return call.activity(type)
        .taskId(taskId)
        .title(title)
        .taskStatus(wireName)
        .description(name.map(known -> TimelineText.of(deed, known)).orElse(deed))
        .build();
  }
}
