package dev.aidis.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What people and their assistants do in a few hours, as bodies of {@code POST /api/v1/activities}:
 * every kind of fact about as often as in a working day, so that the methods that a day needs are
 * the ones that the JVM learns. Always the same.
 */
final class TrainingLoad {
  private static final int PEOPLE = 40;
  private static final Duration PAUSE = Duration.ofSeconds(95);

  /** The places of the arguments: owner, time, a number and the task of the moment. */
  private static final List<String> KINDS =
      List.of(
          tell("tool_used", "\"attributes\": {\"tool\": \"Bash\"}"),
          tell("file_modified", file("\"linesAdded\": 12, \"linesRemoved\": 3")),
          tell("tool_used", "\"attributes\": {\"tool\": \"Read\"}"),
          tell("prompt_submitted", "\"body\": \"Make the tests say what they mean\""),
          tell("file_modified", file("\"linesAdded\": 1, \"linesRemoved\": 0")),
          tell("tool_used", "\"attributes\": {\"tool\": \"Edit\"}"),
          tell("task_created", "\"taskId\": \"%4$s\", \"title\": \"Make it work\""),
          tell("file_mentioned", "\"filePath\": \"src/main/java/dev/Part%3$d.java\""),
          tell("context_added", "\"title\": \"How it writes\", \"body\": \"In batches\""),
          tell("task_completed", "\"taskId\": \"%4$s\""));

  private final Instant begin;
  private int number;

  /**
   * @param begin when the first of them happened
   */
  TrainingLoad(Instant begin) {
    this.begin = begin;
  }

  /** The next of them. */
  String batch(int size) {
    List<String> activities = new ArrayList<>();
    for (int i = 0; i < size; i++, number++) {
      int person = number % PEOPLE;
      int turn = number / PEOPLE;
      activities.add(
          KINDS
              .get(turn % KINDS.size())
              .formatted(
                  "trainee-" + person,
                  begin.plus(PAUSE.multipliedBy(turn)),
                  turn,
                  new UUID(person, turn / KINDS.size())));
    }
    return "{\"activities\": [" + String.join(",", activities) + "]}";
  }

  private static String tell(String type, String more) {
    return "{\"type\": \""
        + type
        + "\", \"owner\": \"%1$s\", \"occurredAt\": \"%2$s\", \"project\": \"training\", "
        + "\"machine\": \"laptop\", \"client\": \"claude-code/2.1.330\", \"branch\": \"main\", "
        + "\"aiModel\": \"claude-sonnet-4-5\", \"aiInvolved\": true, "
        + "\"description\": \"What happened, in a line\", "
        + more
        + "}";
  }

  private static String file(String lines) {
    return "\"filePath\": \"src/main/java/dev/File%3$d.java\", " + lines;
  }
}
