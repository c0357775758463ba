package dev.aidis.queries.comparison;

import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Counters;

/** What the points of a component of the score were given for, in words. */
final class Facts {
  private Facts() {}

  static String title(String component) {
    return switch (component) {
      case "completion" -> "Task completion";
      case "decisions" -> "Decisions";
      case "context" -> "Context";
      case "lines" -> "Code";
      case "duration" -> "Duration";
      default -> component;
    };
  }

  static String of(String component, SessionView session) {
    Counters counters = session.counters();
    return switch (component) {
      case "completion" -> tasks(counters);
      case "decisions" -> counted(counters.decisionsMade(), "decision");
      case "context" -> counted(counters.contextItemsAdded(), "context item");
      case "lines" -> lines(counters);
      case "duration" -> counted(session.durationMinutes(), "minute");
      default -> "what it has";
    };
  }

  private static String tasks(Counters counters) {
    return counters.tasksCreated() == 0
        ? counted(counters.tasksCompleted(), "completed task") + " and none created"
        : "%d of %s completed"
            .formatted(counters.tasksCompleted(), counted(counters.tasksCreated(), "task"));
  }

  private static String lines(Counters counters) {
    return counters.linesAdded() + counters.linesRemoved() == 0
        ? "no lines changed"
        : "%+d net %s"
            .formatted(counters.netLines(), Math.abs(counters.netLines()) == 1 ? "line" : "lines");
  }

  private static String counted(long count, String what) {
    return count == 0 ? "no " + what + "s" : count + " " + what + (count == 1 ? "" : "s");
  }
}
