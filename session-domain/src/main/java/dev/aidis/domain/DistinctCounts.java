package dev.aidis.domain;

import dev.aidis.domain.SessionMembers.Kind;
import dev.aidis.domain.SessionMembers.Member;
import dev.aidis.domain.SessionMembers.TaskStatus;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.Session;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a session that go by distinct file or task.
 *
 * <p>Completions that name no task cannot be told apart, and each counts. They are in the same
 * number as the tasks that are known, so where a session absorbs another one its are what is left
 * without the known, see {@link #joinedBy}.
 *
 * @param filesModified distinct paths of {@code file_modified}
 * @param tasksTodo tasks whose last status in the session is to do
 * @param tasksInProgress tasks whose last status in the session is in progress
 * @param tasksCompleted tasks whose last status in the session is completed, and completions that
 *     name no task
 */
record DistinctCounts(
    long filesModified, long tasksTodo, long tasksInProgress, long tasksCompleted) {
  static final DistinctCounts NONE = new DistinctCounts(0, 0, 0, 0);

  static DistinctCounts of(Counters counters) {
    return new DistinctCounts(
        counters.filesModified(),
        counters.tasksTodo(),
        counters.tasksInProgress(),
        counters.tasksCompleted());
  }

  /** These counts after the activity, which becomes a member of the session. */
  DistinctCounts with(Activity activity, UUID sessionId, SessionMembers members) {
    Member member = memberOf(activity);
    if (member != null) {
      return with(member, sessionId, members);
    }
    return activity.kind() == ActivityType.TASK_COMPLETED ? withCompleted(1) : this;
  }

  /** These counts after the session absorbed another one, whose members become its own. */
  DistinctCounts joinedBy(Session absorbed, UUID sessionId, SessionMembers members) {
    DistinctCounts joined = withCompleted(absorbed.counters().tasksCompleted());
    for (Member member : members.removeAll(absorbed.id())) {
      if (member.status() == TaskStatus.COMPLETED) {
        joined = joined.withCompleted(-1); // counts as a member, if it does
      }
      joined = joined.with(member, sessionId, members);
    }
    return joined;
  }

  private DistinctCounts with(Member member, UUID sessionId, SessionMembers members) {
    Member known = members.find(sessionId, member.kind(), member.key());
    if (known != null && (member.kind() == Kind.FILE || known.toldAt().isAfter(member.toldAt()))) {
      return this;
    }
    members.put(sessionId, member);
    return known == null ? plus(member, 1) : plus(known, -1).plus(member, 1);
  }

  private DistinctCounts plus(Member member, int change) {
    if (member.kind() == Kind.FILE) {
      return new DistinctCounts(filesModified + change, tasksTodo, tasksInProgress, tasksCompleted);
    }
    return new DistinctCounts(
            filesModified,
            tasksTodo + (member.status() == TaskStatus.TODO ? change : 0),
            tasksInProgress + (member.status() == TaskStatus.IN_PROGRESS ? change : 0),
            tasksCompleted)
        .withCompleted(member.status() == TaskStatus.COMPLETED ? change : 0);
  }

  /** Never below zero, as a session might get that was counted by an earlier version's rule. */
  private DistinctCounts withCompleted(long change) {
    return new DistinctCounts(
        filesModified, tasksTodo, tasksInProgress, Math.max(0, tasksCompleted + change));
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
