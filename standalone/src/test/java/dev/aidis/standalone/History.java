package dev.aidis.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A month of random work that arrives in any order, and what a tracker has made of it. */
final class History {
  private static final long SEED = 20260302;
  private static final int BATCHES = 12;
  private static final int BATCH = 50;
  private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration SPAN = Duration.ofDays(12);
  private static final List<String> TYPES =
      List.of(
          "prompt_submitted",
          "task_created",
          "task_completed",
          "note_added",
          "decision_made",
          "context_added",
          "file_modified",
          "session_ended",
          "session_started",
          "goal_set",
          "tags_added");

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "sessions",
        "SELECT to_jsonb(s) - '{revision,amended}'::text[] FROM sessions s ORDER BY s.uuid");
    TABLES.put("tasks", "SELECT to_jsonb(t) FROM tasks t ORDER BY t.uuid");
    TABLES.put("context", "SELECT to_jsonb(t) FROM context t ORDER BY t.uuid");
    TABLES.put("decisions", "SELECT to_jsonb(t) FROM decisions t ORDER BY t.uuid");
    TABLES.put("projects", "SELECT to_jsonb(t) FROM projects t ORDER BY t.uuid");
    TABLES.put(
        "session_activities",
        "SELECT to_jsonb(a) - 'id' FROM session_activities a ORDER BY a.uuid");
    TABLES.put(
        "session_files",
        "SELECT to_jsonb(f) - 'id' FROM session_files f ORDER BY f.session_id, f.file_path");
    TABLES.put(
        "absorbed_sessions", "SELECT uuid, number, into_uuid FROM absorbed_sessions ORDER BY uuid");
  }

  private static final String LIKENESS =
      """
      SELECT to_jsonb(s) - '{id,uuid,owner,revision,amended,first_position,last_position}'::text[],
        (SELECT count(*) FROM session_activities a WHERE a.session_id = s.id),
        (SELECT sum(f.times_modified) FROM session_files f WHERE f.session_id = s.id),
        (SELECT count(*) FROM tasks t WHERE t.session_id = s.id)
      FROM sessions s WHERE s.owner = ? ORDER BY s.workspace, s.started_at, s.last_activity_at
      """;

  private History() {}

  /** Bodies for the REST API; the same each time. Owners share nothing but the projects. */
  static List<String> batches(List<String> owners) {
    Random random = new Random(SEED);
    List<String> batches = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<String> activities = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        activities.add(activity(random, owners.get(random.nextInt(owners.size()))));
      }
      batches.add("{\"activities\":[" + String.join(",", activities) + "]}");
    }
    return batches;
  }

  private static String activity(Random random, String owner) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    UUID task = UUID.nameUUIDFromBytes((owner + random.nextInt(20)).getBytes(UTF_8));
    String type = TYPES.get(random.nextInt(TYPES.size()));
    return """
        {"id":"%s","type":"%s","occurredAt":"%s","owner":"%s","workspace":"%s","project":"p%d",
         "machine":"desk","title":"Title %d","body":"a \\"quoted\\" text, ünï","attributes":{"k":"v"},
         "tags":["t%d"]%s}"""
        .formatted(
            id,
            type,
            BEGIN.plusMillis(random.nextLong(SPAN.toMillis())),
            owner,
            random.nextInt(3) == 0 ? "side" : "main",
            random.nextInt(3),
            random.nextInt(100),
            random.nextInt(5),
            type.startsWith("task")
                ? ",\"taskId\":\"" + task + "\""
                : ",\"filePath\":\"f%d\",\"linesAdded\":%d"
                    .formatted(random.nextInt(9), random.nextInt(50)));
  }

  /**
   * All rows by table, but for numbers of no meaning and for what tells how a session came about.
   */
  static Map<String, List<String>> tables(TrackerClient client) throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      tables.put(table.getKey(), client.rows(table.getValue()));
    }
    return tables;
  }

  /** An owner's sessions, but for who and which they are. */
  static List<String> likeness(TrackerClient client, String owner) throws SQLException {
    return client.rows(LIKENESS, owner);
  }
}
