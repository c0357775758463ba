package dev.aidis.ingest.mcp.tool;

import java.util.Map;
import java.util.UUID;

/** What the task tools answer. */
final class TaskAnswer {
  static final Map<String, Object> SCHEMA =
      Schema.object()
          .required("task_id", Schema.uuid("Names the task in later calls of task_update."))
          .required("status", Schema.string("todo, in_progress or completed."))
          .build();

  private TaskAnswer() {}

  static Tool.Answer of(UUID taskId, TaskStatus status, String deed) {
    return new Tool.Answer(
        "%s (%s, task_id %s).".formatted(deed, status.wireName(), taskId),
        Map.of("task_id", taskId.toString(), "status", status.wireName()));
  }
}
