package dev.aidis.queries.report;

import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.ProjectView;
import dev.aidis.queries.TaskView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tasks, decisions, context items and projects, with texts as users write them. */
final class SampleItems {
  private static final Instant LATER = Samples.START.plusSeconds(3_600);

  private SampleItems() {}

  static List<TaskView> tasks() {
    return List.of(
        new TaskView(
            2,
            new UUID(0, 2),
            "Mend `auth-middleware.js` | today",
            "It forgets\n- tokens\n- <b>users</b>",
            "in_progress",
            "aidis",
            Samples.START,
            LATER,
            null),
        new TaskView(
            1, new UUID(0, 1), null, null, "completed", null, Samples.START, LATER, LATER));
  }

  static List<DecisionView> decisions() {
    return List.of(
        new DecisionView(
            2,
            new UUID(0, 2),
            "Use JWT, 日本語",
            "No store is needed\n\nand \u001b[31mred\u001b[0m is #1",
            "aidis",
            List.of("auth", "bug-fix"),
            Samples.START),
        new DecisionView(1, new UUID(0, 1), null, null, null, List.of(), Samples.START));
  }

  static List<ContextItemView> context() {
    return List.of(
        new ContextItemView(
            2,
            new UUID(0, 2),
            "How logging in works",
            "See @src/Login.java: the filter reads the token, and nobody refreshes it.",
            "aidis",
            List.of("auth"),
            Samples.START),
        new ContextItemView(1, new UUID(0, 1), null, "שלום עולם!", null, List.of(), LATER));
  }

  static List<ProjectView> projects() {
    return List.of(
        new ProjectView("aidis", 2, Samples.START, LATER),
        new ProjectView("a|b <c>", 1, Samples.START, Samples.START));
  }
}
