package dev.aidis.queries.accomplishment;

import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskProgress;
import dev.aidis.queries.TaskView;
import java.util.List;

/**
 * What was accomplished in a session. Each list has at most {@value #MOST} entries; the session's
 * counters tell how many there are.
 *
 * @param progress of the tasks that the session was about, towards its goal if it has one
 * @param completedTasks those whose completion was told in the session, with their status now, in
 *     the order of completion
 * @param decisions made in the session, in time order
 * @param context added in the session, in time order
 * @param files most often modified first
 */
public record SessionAccomplishment(
    SessionView session,
    TaskProgress progress,
    List<TaskView> completedTasks,
    List<DecisionView> decisions,
    List<ContextItemView> context,
    List<FileView> files) {
  public static final int MOST = 100;

  public SessionAccomplishment {
    completedTasks = List.copyOf(completedTasks);
    decisions = List.copyOf(decisions);
    context = List.copyOf(context);
    files = List.copyOf(files);
  }
}
