package dev.aidis.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One immutable fact about a developer's work. Times have millisecond precision; texts are bounded,
 * see {@link ActivityLimits}.
 *
 * @param id idempotency key: the same id counts once, however often it is sent
 * @param type a {@link ActivityType#wireName()}, or a name that this version does not know
 * @param occurredAt by the machine's clock; clamped to the receiver's where it was more than 5
 *     minutes ahead
 * @param receivedAt by the clock of the ingest service
 * @param claimedAt what the machine said, where {@code occurredAt} was clamped; up to the year 9999
 * @param client name and version of what told it, such as {@code claude-code/2.1.330}
 * @param clientSession the client's own session id
 * @param project name of the project the activity was done in
 * @param head the commit checked out, or the commit the activity is about
 * @param aiInvolved whether an AI did it or took part
 * @param title of the task, context item or decision
 * @param body the goal, the note, the context's content, the decision's reason or the prompt, by
 *     type
 * @param taskStatus {@code todo}, {@code in_progress} or {@code completed}
 * @param tags of the session, for {@code tags_added}, {@code tags_removed} and {@code
 *     session_started}
 * @param attributes what else the type carries, by name
 */
public record Activity(
    UUID id,
    String type,
    Instant occurredAt,
    Instant receivedAt,
    @Nullable Instant claimedAt,
    String owner,
    String workspace,
    String machine,
    @Nullable String client,
    @Nullable String clientSession,
    @Nullable String project,
    @Nullable String repo,
    @Nullable String branch,
    @Nullable String head,
    @Nullable String aiModel,
    @Nullable String aiProvider,
    boolean aiInvolved,
    @Nullable String description,
    @Nullable UUID taskId,
    @Nullable UUID contextId,
    @Nullable UUID decisionId,
    @Nullable String filePath,
    @Nullable Integer linesAdded,
    @Nullable Integer linesRemoved,
    @Nullable String title,
    @Nullable String body,
    @Nullable String taskStatus,
    List<String> tags,
    Map<String, String> attributes) {

  public Activity {
    ActivityLimits.requireType(type);
    occurredAt = ActivityLimits.requireTime("occurredAt", occurredAt);
    receivedAt = ActivityLimits.requireTime("receivedAt", receivedAt);
    claimedAt = ActivityLimits.requireClaim("claimedAt", claimedAt);
    new TrackerKey(owner, workspace);
    ActivityLimits.requireName("machine", machine);
    ActivityLimits.requireShort("client", client);
    ActivityLimits.requireShort("clientSession", clientSession);
    ActivityLimits.requireShort("project", project);
    ActivityLimits.requireText("repo", repo);
    ActivityLimits.requireText("branch", branch);
    ActivityLimits.requireShort("head", head);
    ActivityLimits.requireShort("aiModel", aiModel);
    ActivityLimits.requireShort("aiProvider", aiProvider);
    ActivityLimits.requireText("description", description);
    ActivityLimits.requireText("filePath", filePath);
    ActivityLimits.requireLines("linesAdded", linesAdded);
    ActivityLimits.requireLines("linesRemoved", linesRemoved);
    ActivityLimits.requireText("title", title);
    ActivityLimits.requireBody("body", body);
    ActivityLimits.requireShort("taskStatus", taskStatus);
    tags = ActivityLimits.requireTags(tags);
    attributes = ActivityLimits.requireAttributes(attributes);
  }

  public static ActivityBuilder builder(UUID id, ActivityType type) {
    return new ActivityBuilder(id, type.wireName());
  }

  public static ActivityBuilder builder(UUID id, String type) {
    return new ActivityBuilder(id, type);
  }

  /** A builder that starts with everything this activity has. */
  public ActivityBuilder toBuilder() {
    return new ActivityBuilder(this);
  }

  public ActivityType kind() {
    return ActivityType.of(type);
  }

  public TrackerKey trackerKey() {
    return new TrackerKey(owner, workspace);
  }

  public Position position() {
    return new Position(occurredAt, kind().rank(), id);
  }
}
