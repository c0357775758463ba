package dev.aidis.queries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity in a session's timeline.
 *
 * @param type such as {@code task_created}
 * @param task number of the task that it is about
 * @param status of the task, where the activity is about one: as told with it
 */
public record ActivityView(
    UUID id,
    String type,
    Instant occurredAt,
    String machine,
    @Nullable String client,
    @Nullable String project,
    boolean aiInvolved,
    @Nullable String aiModel,
    @Nullable String description,
    @Nullable String title,
    @Nullable String body,
    @Nullable Integer task,
    @Nullable String status,
    @Nullable String filePath,
    @Nullable Integer linesAdded,
    @Nullable Integer linesRemoved,
    List<String> tags) {

  public ActivityView {
    tags = List.copyOf(tags);
  }
}
