package dev.aidis.ingest.mcp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What users can ask of an assistant with one choice (a prompt of MCP): it says which tools to use,
 * and to what end.
 *
 * @param details what users may add, by name, with what it is
 * @param task for the assistant
 */
record Guide(
    String name, String title, String description, Map<String, String> details, String task) {
  private static final String PROJECT = "project";
  private static final String ONLY_PROJECT = "Only of this project.";

  static final List<Guide> ALL =
      List.of(
          new Guide(
              "start_session",
              "Start a session",
              "Begins a work session with a goal, and gathers what is known about it.",
              adding(
                  "goal",
                  "What is to be reached.",
                  PROJECT,
                  "What is worked on.",
                  "tags",
                  "Kinds of work, such as bug-fix."),
              """
              Begin a work session with me.
              1. If no goal is given below, ask me for it, and wait for my answer.
              2. Call session_start with the goal, and the project and tags if they are given.
              3. Look for what is known: call context_search and decision_list with words of the \
              goal, and task_list with status todo.
              4. Tell me in a few lines what you found, and propose tasks; record those I agree to \
              with task_create."""),
          new Guide(
              "retrospective",
              "Look back on a session",
              "What went well in a session, what did not, and what is left to do.",
              adding("session", "Its number; the last one if left out."),
              """
              Look back with me on a work session.
              1. If no session is named below, call sessions_list with limit 2 and take the last \
              one that has ended.
              2. Call session_get and session_timeline for it.
              3. Write: what was reached of the goal, what went well, what held us up, which \
              decisions were made and why, what is left to do. Say only what the session shows, \
              with times.
              4. Ask me whether to keep what is worth keeping, and do it with context_add."""),
          new Guide(
              "summarize_decisions",
              "Summarize decisions",
              "The decisions that were made, by subject, with their reasons.",
              adding(PROJECT, ONLY_PROJECT, "text", "Words that they must contain."),
              """
              Summarize the decisions that we made.
              1. Call decision_list with what is given below; follow next until there is no more, \
              or you have 100.
              2. Write them down by subject, each with its reason and day in one line.
              3. Point out those that contradict each other or have been overtaken by later ones."""),
          new Guide(
              "weekly_review",
              "Review the week",
              "How the week was, beside the one before, and what to do next.",
              adding(PROJECT, ONLY_PROJECT, "tag", "Only of sessions with this tag."),
              """
              Review my week with me.
              1. Call sessions_stats with period week, sessions_list for the same days, and \
              sessions_patterns with period 90d, each for the project and tag below if they are \
              given.
              2. Call decision_list and task_list with status in_progress.
              3. Write: what was done, with numbers beside those of the week before; what stands \
              out; what was begun and not finished.
              4. Propose at most three things for next week."""));

  private static Map<String, String> adding(String... namesAndDescriptions) {
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 0; i < namesAndDescriptions.length; i += 2) {
      details.put(namesAndDescriptions[i], namesAndDescriptions[i + 1]);
    }
    return Collections.unmodifiableMap(details);
  }

  /**
   * What the assistant is asked to do.
   *
   * @param given what the user added, by name; blank and unknown names do not count
   */
  String text(Map<String, ?> given) {
    StringBuilder text = new StringBuilder(task);
    details
        .keySet()
        .forEach(
            detail -> {
              Object value = given.get(detail);
              if (value != null && !value.toString().isBlank()) {
                text.append("\n\n").append(detail).append(": ").append(value.toString().strip());
              }
            });
    return text.toString();
  }
}
