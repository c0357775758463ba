package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;
import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code task_create}. */
final class TaskCreateTool implements Tool {
  private static final Parameter<String> TITLE =
      required(
          "title",
          ArgumentTypes.text(ActivityLimits.TEXT),
          "What is to be done, in one line, such as 'Add refresh tokens'.");
  private static final Parameter<String> DETAILS =
      optional(
          "description",
          ArgumentTypes.text(ActivityLimits.BODY),
          "More about the task, if the title does not say it all.");
  private static final Parameter<TaskStatus> STATUS =
      optional(
          "status",
          TaskStatus.ARGUMENT,
          "Where the task stands; todo if left out. Say in_progress when you begin on it at once.");
  private static final Parameter<List<String>> TAGS =
      optional("tags", ArgumentTypes.tags(), "Labels of the task, such as 'bug-fix'.");

  private final ActivityRecorder recorder;
  private final TaskTitles titles;

  TaskCreateTool(ActivityRecorder recorder, TaskTitles titles) {
    this.recorder = recorder;
    this.titles = titles;
  }

  @Override
  public Description description() {
    return new Description(
        "task_create",
        "Create a task",
        """
        Records a task in the current work session and answers with its task_id. Call it for each \
        step of a plan as soon as the plan is made, and tell its progress with task_update. If no \
        session is open, one begins.""",
        Hints.ADDS,
        List.of(TITLE, DETAILS, STATUS, TAGS),
        TaskAnswer.SCHEMA);
  }

  @Override
  public Answer call(Call call) {
    UUID taskId = call.newId();
    String title = call.arguments().get(TITLE);
    TaskStatus status = call.arguments().getOr(STATUS, TaskStatus.TODO);
    List<Activity> activities = new ArrayList<>();
    activities.add(
        call.activity(ActivityType.TASK_CREATED)
            .taskId(taskId)
            .title(title)
            .body(call.arguments().find(DETAILS))
            .taskStatus(TaskStatus.TODO.wireName())
            .tags(call.arguments().list(TAGS))
            .description(TimelineText.of("Created task", title))
            .build());
    if (status != TaskStatus.TODO) {
      activities.add(status.activity(call, taskId, title, Optional.of(title)));
    }
    recorder.record(activities);
    titles.note(call.trackerKey().owner(), taskId, title);
    return TaskAnswer.of(taskId, status, "Created task '" + title + "'");
  }
}
