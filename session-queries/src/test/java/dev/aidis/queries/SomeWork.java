package dev.aidis.queries;

import static dev.aidis.schemas.ActivityType.CONTEXT_ADDED;
import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.FILE_MENTIONED;
import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.GOAL_SET;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_PAUSED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;

import java.util.List;

/** A day of an owner with a bit of everything, all of it named after the owner. */
final class SomeWork {
  private SomeWork() {}

  /** Ids begin after {@code first}. */
  static void of(Tracker tracker, String name, int first) {
    tracker
        .did(tracker.activity(first + 1, SESSION_STARTED, "09:00").tags(List.of(name + "-tag")))
        .did(tracker.activity(first + 2, GOAL_SET, "09:01").body(name + "-secret"))
        .did(
            tracker
                .activity(first + 3, TASK_CREATED, "09:02")
                .taskId(Tracker.id(first + 51))
                .title(name + "-task"))
        .did(tracker.activity(first + 4, TASK_COMPLETED, "09:03").taskId(Tracker.id(first + 51)))
        .did(
            tracker
                .activity(first + 5, DECISION_MADE, "09:04")
                .decisionId(Tracker.id(first + 61))
                .title(name + "-decision"))
        .did(
            tracker
                .activity(first + 6, CONTEXT_ADDED, "09:05")
                .contextId(Tracker.id(first + 71))
                .title(name + "-context"))
        .did(tracker.activity(first + 7, FILE_MODIFIED, "09:06").filePath(name + "-file"))
        .did(tracker.activity(first + 8, FILE_MENTIONED, "09:07").filePath(name + "-other"))
        .did(first + 9, SESSION_PAUSED, "09:10")
        .did(first + 10, SESSION_ENDED, first == 0 ? "09:30" : "10:30")
        .did(tracker.activity(first + 11, HEARTBEAT, "12:00").project(name + "-project"));
  }
}
