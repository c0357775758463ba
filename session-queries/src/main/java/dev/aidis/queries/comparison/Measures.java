package dev.aidis.queries.comparison;

import static dev.aidis.queries.comparison.Unit.COUNT;
import static dev.aidis.queries.comparison.Unit.LINES;
import static dev.aidis.queries.comparison.Unit.MINUTES;

import dev.aidis.domain.Indicators.Indicator;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Counters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The values that sessions are compared by. */
final class Measures {
  private Measures() {}

  static List<Measure> of(SessionView a, SessionView b) {
    Counters one = a.counters();
    Counters two = b.counters();
    return List.of(
        Measure.of("duration", "Duration", MINUTES, a.durationMinutes(), b.durationMinutes()),
        Measure.of("active_time", "Active time", MINUTES, a.activeMinutes(), b.activeMinutes()),
        Measure.of("paused_time", "Paused", MINUTES, a.pausedMinutes(), b.pausedMinutes()),
        count("tasks_created", "Tasks created", one.tasksCreated(), two.tasksCreated()),
        count("tasks_completed", "Tasks completed", one.tasksCompleted(), two.tasksCompleted()),
        count(
            "tasks_in_progress", "Tasks in progress", one.tasksInProgress(), two.tasksInProgress()),
        count("tasks_todo", "Tasks to do", one.tasksTodo(), two.tasksTodo()),
        count("decisions", "Decisions", one.decisionsMade(), two.decisionsMade()),
        count("context_items", "Context items", one.contextItemsAdded(), two.contextItemsAdded()),
        lines("lines_added", "Lines added", one.linesAdded(), two.linesAdded()),
        lines("lines_removed", "Lines removed", one.linesRemoved(), two.linesRemoved()),
        lines("net_lines", "Net lines", one.netLines(), two.netLines()),
        lines("lines_added_by_ai", "Lines added by AI", one.linesAddedByAi(), two.linesAddedByAi()),
        lines(
            "lines_added_by_human",
            "Lines added by hand",
            one.linesAddedByHuman(),
            two.linesAddedByHuman()),
        count("files_modified", "Files modified", one.filesModified(), two.filesModified()),
        count(
            "file_modifications",
            "File modifications",
            one.fileModifications(),
            two.fileModifications()),
        count("file_mentions", "File mentions", one.fileMentions(), two.fileMentions()),
        count("prompts", "Prompts", one.prompts(), two.prompts()),
        count("tool_uses", "Tools used", one.toolUses(), two.toolUses()),
        count("activities", "Activities", one.activities(), two.activities()),
        count("tokens", "Tokens", one.usage().tokens(), two.usage().tokens()),
        new Measure("cost", "Cost", Unit.DOLLARS, cost(one), cost(two)));
  }

  private static BigDecimal cost(Counters counters) {
    return BigDecimal.valueOf(counters.usage().costMicroUsd(), 6);
  }

  static List<ScorePart> score(SessionView a, SessionView b) {
    var one = a.score().components();
    var two = b.score().components();
    List<ScorePart> parts = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      parts.add(new ScorePart(one.get(i), two.get(i)));
    }
    return parts;
  }

  static List<Measure> indicators(SessionView a, SessionView b) {
    List<Indicator> one = a.indicators().all();
    List<Indicator> two = b.indicators().all();
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      Indicator first = one.get(i);
      measures.add(
          new Measure(
              first.name(), first.label(), unit(first.name()), first.value(), two.get(i).value()));
    }
    return measures;
  }

  private static Unit unit(String indicator) {
    return switch (indicator) {
      case "completion_rate" -> Unit.PERCENT;
      case "code_churn" -> LINES;
      case "decision_velocity" -> Unit.PER_HOUR;
      default -> Unit.POINTS;
    };
  }

  private static Measure count(String name, String label, long first, long second) {
    return Measure.of(name, label, COUNT, first, second);
  }

  private static Measure lines(String name, String label, long first, long second) {
    return Measure.of(name, label, LINES, first, second);
  }
}
