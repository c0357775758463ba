package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.mcp.answer.Json;
import dev.aidis.ingest.mcp.answer.Shape;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.FileView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TaskView;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict about a session's goal is founded on (section 6.2 of the plan).
 *
 * @param goal of the session
 * @param completedTasks by the title that they have now, in the order of completion, the latest
 *     {@value #ITEMS}
 * @param decisions by title, in time order, the latest {@value #ITEMS}
 * @param files most often modified first, at most {@value #ITEMS}
 */
record GoalFacts(
    SessionView session,
    String goal,
    List<String> completedTasks,
    List<String> decisions,
    List<String> files) {
  static final int ITEMS = 20;

  /** Of which the latest are told. */
  private static final int TASKS = 500;

  static final Shape<GoalFacts> SHAPE =
      Shape.<GoalFacts>empty()
          .with("tasks_created", Json.INTEGER, "In it.", f -> f.session().counters().tasksCreated())
          .with(
              "tasks_completed",
              Json.INTEGER,
              "In it.",
              facts -> facts.session().counters().tasksCompleted())
          .with("completed_tasks", Json.TEXTS, "By title.", GoalFacts::completedTasks)
          .with(
              "decisions_made",
              Json.INTEGER,
              "In it.",
              facts -> facts.session().counters().decisionsMade())
          .with("decisions", Json.TEXTS, "By title.", GoalFacts::decisions)
          .with(
              "context_items",
              Json.INTEGER,
              "Added in it.",
              facts -> facts.session().counters().contextItemsAdded())
          .with("files", Json.TEXTS, "Most often modified first.", GoalFacts::files)
          .with(
              "lines_added",
              Json.INTEGER,
              "Of code.",
              facts -> facts.session().counters().linesAdded())
          .with(
              "lines_removed",
              Json.INTEGER,
              "Of code.",
              facts -> facts.session().counters().linesRemoved())
          .with(
              "duration_minutes",
              Json.INTEGER,
              "Without pauses.",
              facts -> facts.session().durationMinutes());

  GoalFacts {
    completedTasks = List.copyOf(completedTasks);
    decisions = List.copyOf(decisions);
    files = List.copyOf(files);
  }

  static GoalFacts of(SessionView session, String goal, Sources sources) {
    List<TaskView> tasks = sources.completedTasks().of(session.owner(), session.id(), TASKS);
    List<DecisionView> decisions =
        sources.latestDecisions().of(session.owner(), session.id(), ITEMS);
    return new GoalFacts(
        session,
        goal,
        titles(tasks, TaskView::title),
        titles(decisions, DecisionView::title),
        sources.details().of(session).files().most().stream()
            .limit(ITEMS)
            .map(FileView::path)
            .toList());
  }

  private static <T> List<String> titles(List<T> items, Function<T, @Nullable String> title) {
    return items.subList(Math.max(0, items.size() - ITEMS), items.size()).stream()
        .map(title)
        .filter(Objects::nonNull)
        .toList();
  }

  /** For a person or a model to judge by. */
  String text() {
    var counters = session.counters();
    return """
    Session #%d, goal: "%s"

    Results:
    - Tasks completed: %d of %d created%s
    - Decisions made: %d%s
    - Context added: %d
    - Files: %s
    - Code changes: +%d/-%d lines
    - Duration: %d minutes
    """
        .formatted(
            session.number(),
            goal,
            counters.tasksCompleted(),
            counters.tasksCreated(),
            listed(completedTasks),
            counters.decisionsMade(),
            listed(decisions),
            counters.contextItemsAdded(),
            files.isEmpty() ? "none" : String.join(", ", files),
            counters.linesAdded(),
            counters.linesRemoved(),
            session.durationMinutes());
  }

  private static String listed(List<String> titles) {
    return titles.isEmpty() ? "" : titles.stream().collect(Collectors.joining("; ", " (", ")"));
  }
}
