package dev.aidis.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What some owners did in some days, as JSON, told in an order of its own: much arrives late. Each
 * has tasks of their own, as ids of tasks are made at random: whose row a shared id is goes by who
 * is written first.
 */
final class RandomHistory {
  private static final List<String> TYPES =
      List.of(
          "task_created",
          "task_completed",
          "task_in_progress",
          "decision_made",
          "context_added",
          "file_modified",
          "note_added",
          "prompt_submitted",
          "session_ended",
          "session_joined",
          "session_started",
          "session_paused",
          "goal_set");

  private final Random random;
  private final Instant end;

  RandomHistory(long seed, Instant end) {
    this.random = new Random(seed);
    this.end = end;
  }

  /** Requests to post, in this order. */
  List<String> requests(int activities, int atOnce) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < activities; i++) {
      all.add(activity());
    }
    Collections.shuffle(all, random);
    List<String> requests = new ArrayList<>();
    for (int from = 0; from < all.size(); from += atOnce) {
      requests.add(
          all.subList(from, Math.min(all.size(), from + atOnce)).stream()
              .collect(Collectors.joining(",", "{\"activities\":[", "]}")));
    }
    return requests;
  }

  private String activity() {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    int owner = random.nextInt(6);
    Instant at = end.minus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
    String related =
        type.startsWith("task")
            ? "\"taskId\": \"%s\", ".formatted(new UUID(1 + owner, random.nextInt(7)))
            : type.equals("file_modified")
                ? "\"filePath\": \"src/%d.java\", \"linesAdded\": %d, "
                    .formatted(random.nextInt(9), random.nextInt(50))
                : "";
    return String.format(
        Locale.ROOT,
        """
        {"id": "%s", "type": "%s", "occurredAt": "%s", "owner": "owner-%d", "project": "project-%d", %s
         "title": "title %d", "body": "body %d", "aiInvolved": %b}""",
        new UUID(random.nextLong(), random.nextLong()),
        type,
        at,
        owner,
        random.nextInt(4),
        related,
        random.nextInt(100),
        random.nextInt(100),
        random.nextBoolean());
  }
}
