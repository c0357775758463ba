package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;
import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.schemas.ActivityLimits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code task_update}. */
final class TaskUpdateTool implements Tool {
  private static final Parameter<UUID> TASK_ID =
      required(
          "task_id",
          ArgumentTypes.uuid(),
          "The task_id that task_create or task_list answered with.");
  private static final Parameter<TaskStatus> STATUS =
      required("status", TaskStatus.ARGUMENT, "Where the task stands now.");
  private static final Parameter<String> TITLE =
      optional(
          "title", ArgumentTypes.text(ActivityLimits.TEXT), "A new title, if it was reworded.");

  private final ActivityRecorder recorder;
  private final TaskTitles titles;

  TaskUpdateTool(ActivityRecorder recorder, TaskTitles titles) {
    this.recorder = recorder;
    this.titles = titles;
  }

  @Override
  public Description description() {
    return new Description(
        "task_update",
        "Update a task",
        """
        Records that a task was started, completed or put back. Call it with in_progress when you \
        begin on a task and with completed as soon as it is done.""",
        Hints.ADDS,
        List.of(TASK_ID, STATUS, TITLE),
        TaskAnswer.SCHEMA);
  }

  @Override
  public Answer call(Call call) {
    UUID taskId = call.arguments().get(TASK_ID);
    TaskStatus status = call.arguments().get(STATUS);
    String title = call.arguments().find(TITLE);
    String owner = call.trackerKey().owner();
    Optional<String> name = Optional.ofNullable(title).or(() -> titles.of(owner, taskId));
    recorder.record(List.of(status.activity(call, taskId, title, name)));
    name.ifPresent(known -> titles.note(owner, taskId, known));
    return TaskAnswer.of(taskId, status, "Recorded the task's status");
  }
}
