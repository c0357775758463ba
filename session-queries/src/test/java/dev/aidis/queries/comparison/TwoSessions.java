package dev.aidis.queries.comparison;

import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.FILE_MENTIONED;
import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;

import dev.aidis.queries.Tracker;
import dev.aidis.schemas.ActivityBuilder;
import java.util.List;

/**
 * A long session with two tasks done and a decision, and a short one with one of two tasks done.
 */
final class TwoSessions {
  private TwoSessions() {}

  static void of(Tracker ada) {
    ada.did(ada.activity(1, SESSION_STARTED, "09:00").tags(List.of("feature", "api")))
        .did(task(ada, 2, 51, "09:05"))
        .did(task(ada, 3, 52, "09:06"))
        .did(file(ada, 4, "A.java", "09:10").linesAdded(100))
        .did(file(ada, 5, "A.java", "09:20").linesAdded(20).linesRemoved(5))
        .did(file(ada, 6, "B.java", "09:30"))
        .did(done(ada, 7, 51, "09:50"))
        .did(ada.activity(8, DECISION_MADE, "10:00").decisionId(Tracker.id(61)).title("Go"))
        .did(done(ada, 9, 52, "10:20"))
        .did(10, SESSION_ENDED, "10:30")
        .did(ada.activity(11, SESSION_STARTED, "14:00").tags(List.of("api", "review")))
        .did(task(ada, 12, 53, "14:01"))
        .did(task(ada, 13, 54, "14:02"))
        .did(file(ada, 14, "A.java", "14:05").linesAdded(10))
        .did(ada.activity(15, FILE_MENTIONED, "14:06").filePath("C.java"))
        .did(done(ada, 16, 53, "14:10"))
        .did(17, SESSION_ENDED, "14:20");
  }

  private static ActivityBuilder task(Tracker ada, int number, int task, String time) {
    return ada.activity(number, TASK_CREATED, time).taskId(Tracker.id(task)).title("Task " + task);
  }

  private static ActivityBuilder done(Tracker ada, int number, int task, String time) {
    return ada.activity(number, TASK_COMPLETED, time).taskId(Tracker.id(task));
  }

  private static ActivityBuilder file(Tracker ada, int number, String path, String time) {
    return ada.activity(number, FILE_MODIFIED, time).filePath(path);
  }
}
