package dev.aidis.queries.context;

import dev.aidis.queries.DecisionView;
import dev.aidis.queries.FileList;
import dev.aidis.queries.FileView;
import dev.aidis.queries.KnowledgeQueries;
import dev.aidis.queries.SessionQueries;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskProgress;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.TimelineQueries;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Gathers what an assistant should know about a session of an owner. */
public final class ContextQueries {
  private final SessionQueries sessions;
  private final TimelineQueries timelines;
  private final KnowledgeQueries knowledge;

  public ContextQueries(DataSource dataSource) {
    sessions = new SessionQueries(dataSource);
    timelines = new TimelineQueries(dataSource);
    knowledge = new KnowledgeQueries(dataSource);
  }

  /**
   * Of the open session.
   *
   * @param gap its last activity is at most so long before {@code now}
   */
  public Optional<SessionContext> current(TrackerKey key, Instant now, Duration gap) {
    return sessions.current(key, now, gap).map(session -> of(session, now));
  }

  /** Of any session of the owner. */
  public Optional<SessionContext> of(String owner, UUID sessionId, Instant now) {
    return sessions.byId(owner, sessionId).map(session -> of(session, now));
  }

  private SessionContext of(SessionView session, Instant now) {
    List<TaskView> tasks = sessions.tasks(session.owner(), session.id());
    TaskProgress progress = TaskProgress.of(tasks);
    FileList files = sessions.files(session.owner(), session.id(), SessionContext.FILES);
    return new SessionContext(
        session,
        Duration.between(session.startedAt(), now),
        progress,
        timelines.latest(session.owner(), session.id(), SessionContext.ACTIVITIES),
        files,
        advice(session, tasks, files.most()),
        timelines.archivedMonths(session.owner(), session.id()));
  }

  private List<Advice> advice(SessionView session, List<TaskView> tasks, List<FileView> files) {
    List<Advice> advice = new ArrayList<>();
    TaskProgress progress = TaskProgress.of(tasks);
    String goal = session.goal();
    if (goal != null && progress.remaining() > 0) {
      advice.add(new Advice.UnfinishedTasks(goal, progress, remaining(tasks)));
    }
    files.stream()
        .filter(file -> file.timesModified() >= Advice.HeavilyModifiedFile.LEAST)
        .limit(Advice.HeavilyModifiedFile.FILES)
        .map(file -> new Advice.HeavilyModifiedFile(file.path(), file.timesModified()))
        .forEach(advice::add);
    long decisions = session.counters().decisionsMade();
    if (decisions >= Advice.DecisionsToSummarize.LEAST) {
      advice.add(new Advice.DecisionsToSummarize(decisions, latestDecisions(session)));
    }
    return advice;
  }

  private static List<TaskView> remaining(List<TaskView> tasks) {
    return tasks.stream()
        .filter(task -> !task.status().equals(TaskProgress.COMPLETED))
        .sorted(
            Comparator.comparing(
                (TaskView task) -> !task.status().equals(TaskProgress.IN_PROGRESS)))
        .limit(Advice.UnfinishedTasks.TASKS)
        .toList();
  }

  private List<DecisionView> latestDecisions(SessionView session) {
    return knowledge.latestDecisions(
        session.owner(), session.id(), Advice.DecisionsToSummarize.DECISIONS);
  }
}
