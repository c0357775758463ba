package dev.aidis.domain;

import dev.aidis.domain.SessionMembers.Kind;
import dev.aidis.domain.SessionMembers.Member;
import dev.aidis.domain.SessionMembers.TaskStatus;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a session that go by distinct file or task.
 *
 * @param filesModified distinct paths of {@code file_modified}
 * @param tasksTodo tasks whose last status in the session is to do
 * @param tasksInProgress tasks whose last status in the session is in progress
 */
record DistinctCounts(long filesModified, long tasksTodo, long tasksInProgress) {
  static final DistinctCounts NONE = new DistinctCounts(0, 0, 0);

  static DistinctCounts of(Counters counters) {
    return new DistinctCounts(
        counters.filesModified(), counters.tasksTodo(), counters.tasksInProgress());
  }

  /** These counts after the activity, which becomes a member of the session. */
  DistinctCounts with(Activity activity, UUID sessionId, SessionMembers members) {
    Member member = memberOf(activity);
    return member == null ? this : with(member, sessionId, members);
  }

  /** These counts after the member joined the session (from one that was absorbed, say). */
  DistinctCounts with(Member member, UUID sessionId, SessionMembers members) {
    Member known = members.find(sessionId, member.kind(), member.key());
    if (known != null && (member.kind() == Kind.FILE || known.toldAt().isAfter(member.toldAt()))) {
      return this;
    }
    members.put(sessionId, member);
    return known == null ? plus(member, 1) : plus(known, -1).plus(member, 1);
  }

  private DistinctCounts plus(Member member, int change) {
    if (member.kind() == Kind.FILE) {
      return new DistinctCounts(filesModified + change, tasksTodo, tasksInProgress);
    }
    return new DistinctCounts(
        filesModified,
        tasksTodo + (member.status() == TaskStatus.TODO ? change : 0),
        tasksInProgress + (member.status() == TaskStatus.IN_PROGRESS ? change : 0));
  }

  private static @Nullable Member memberOf(Activity activity) {
    String path = activity.filePath();
    UUID task = taskOf(activity);
    return switch (activity.kind()) {
      case FILE_MODIFIED ->
          path == null
              ? null
              : new Member(Kind.FILE, Ids.nameBased(path), null, activity.position());
      case TASK_CREATED, TASK_TODO, TASK_IN_PROGRESS, TASK_COMPLETED ->
          task == null
              ? null
              : new Member(Kind.TASK, task, statusOf(activity), activity.position());
      default -> null;
    };
  }

  /** A creation without an id gives the task its own. */
  private static @Nullable UUID taskOf(Activity activity) {
    return activity.taskId() == null && activity.kind() == ActivityType.TASK_CREATED
        ? activity.id()
        : activity.taskId();
  }

  private static TaskStatus statusOf(Activity activity) {
    return switch (activity.kind()) {
      case TASK_IN_PROGRESS -> TaskStatus.IN_PROGRESS;
      case TASK_COMPLETED -> TaskStatus.COMPLETED;
      case TASK_CREATED -> statusNamed(activity.taskStatus());
      default -> TaskStatus.TODO;
    };
  }

  private static TaskStatus statusNamed(@Nullable String name) {
    return switch (name) {
      case "in_progress" -> TaskStatus.IN_PROGRESS;
      case "completed" -> TaskStatus.COMPLETED;
      case null, default -> TaskStatus.TODO;
    };
  }
}
