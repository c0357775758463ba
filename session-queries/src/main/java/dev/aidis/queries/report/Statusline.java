package dev.aidis.queries.report;

import dev.aidis.queries.SessionView;
import dev.aidis.queries.page.Text;
import dev.aidis.schemas.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The session at hand in one line, for the foot of a terminal: how long, to what end, how far.
 *
 * @param ascii whether it is to do without other characters
 */
public record Statusline(boolean ascii) {
  private static final int GOAL = 40;

  public String of(SessionView session, Instant now) {
    Counters counters = session.counters();
    List<String> parts = new ArrayList<>();
    parts.add(elapsed(session, now));
    String about = session.goal() == null ? session.project() : session.goal();
    if (about != null) {
      parts.add(shortened(Text.told(about).plain()));
    }
    long tasks = counters.tasksCompleted() + counters.tasksInProgress() + counters.tasksTodo();
    if (tasks > 0) {
      parts.add(
          (ascii ? "tasks " : "\u2713 ") + counters.tasksCompleted() + "/" + Math.max(tasks, 1));
    }
    long added = counters.linesAddedByAi() + counters.linesAddedByHuman();
    long removed = counters.linesRemovedByAi() + counters.linesRemovedByHuman();
    if (added + removed > 0) {
      parts.add("+" + added + " " + (ascii ? "-" : "\u2212") + removed);
    }
    return String.join(ascii ? " | " : " \u00b7 ", parts);
  }

  private String elapsed(SessionView session, Instant now) {
    boolean paused = session.status().equals("paused");
    Duration total =
        paused
            ? Duration.ofMinutes(session.durationMinutes())
            : Duration.between(session.startedAt(), now).minusMinutes(session.pausedMinutes());
    String clock = ascii ? "" : "\u23f1 ";
    return clock + Wording.duration(total) + (paused ? " paused" : "");
  }

  private String shortened(String text) {
    int[] characters = text.codePoints().toArray();
    if (characters.length <= GOAL) {
      return text;
    }
    return new String(characters, 0, GOAL - 1).strip() + (ascii ? "..." : "\u2026");
  }
}
