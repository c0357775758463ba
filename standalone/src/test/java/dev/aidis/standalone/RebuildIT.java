package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The database is rebuilt from the log of a tracker in a process of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildIT {
  private static final Instant END = Instant.parse("2026-11-20T12:00:00Z");
  private static final String NOBODY =
      """
      TRUNCATE sessions, tasks, context, decisions, session_activities, session_files,
        absorbed_sessions, projects RESTART IDENTITY CASCADE
      """;
  private static final String DAMAGE =
      """
      UPDATE sessions SET tasks_created = 77, status = 'ended', ended_at = now() WHERE id % 3 = 0;
      DELETE FROM session_activities WHERE uuid IN (SELECT uuid FROM session_activities ORDER BY uuid LIMIT 50);
      DELETE FROM sessions WHERE id IN (SELECT id FROM sessions ORDER BY id LIMIT 5);
      UPDATE session_files SET times_modified = 9;
      UPDATE tasks SET title = 'not this', session_id = NULL;
      INSERT INTO tasks (uuid, owner, workspace, created_at, updated_at)
        VALUES (gen_random_uuid(), 'ghost', 'main', now(), now())
      """;

  private static final String OVERDUE =
      """
      SELECT count(*) FROM sessions
      WHERE status IN ('active', 'paused') AND last_activity_at < now() - interval '2 hours'
      """;
  private static final String NEW_TABLES =
      """
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relname = 'session_files' AND n.nspname = 'aidis_rebuild'
      """;

  @TempDir private static Path temporary;
  private static Settings settings;
  private static TrackerProcess tracker;
  private static TrackerClient client;

  @BeforeAll
  static void recordHistory() throws IOException, InterruptedException {
    settings = FreePorts.settings(temporary.resolve("home"));
    tracker = TrackerProcess.launch(settings, temporary).awaitReady();
    client = new TrackerClient(settings);
    for (String request : new RandomHistory(7, END).requests(1_500, 100)) {
      assertThat(client.post("/api/v1/activities", request).body()).contains("\"accepted\":100");
    }
    awaitQuiet();
  }

  @AfterAll
  static void stop() {
    client.close();
    tracker.close();
  }

  @Test
  @Order(1)
  void aDatabaseThatIsRightIsLeftAsItIs() throws Exception {
    // Given
    client.execute("UPDATE projects SET is_default = true WHERE name = 'project-2'");
    Map<String, List<String>> before = TablesDump.whole(client);

    // When
    JsonNode done = rebuild();

    // Then
    assertThat(rowsChanged(done)).as(done.toString()).isZero();
    assertThat(done.get("done").asLong()).isEqualTo(1_500);
    assertThat(TablesDump.whole(client)).isEqualTo(before);
    assertThat(client.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'aidis_rebuild'"))
        .isEmpty();
  }

  @Test
  @Order(2)
  void whatWasDamagedIsPutRightWithTheNumbersThatPeopleUse() throws Exception {
    // Given
    Map<String, List<String>> before = TablesDump.withoutNumbers(client);
    List<String> numbers = client.rows("SELECT id, uuid FROM tasks ORDER BY id");
    client.execute(DAMAGE);

    // When
    rebuild();

    // Then
    assertThat(TablesDump.withoutNumbers(client)).isEqualTo(before);
    assertThat(client.rows("SELECT id, uuid FROM tasks ORDER BY id")).isEqualTo(numbers);
    assertThat(client.rows("SELECT name FROM projects WHERE is_default"))
        .containsExactly("project-2");
  }

  @Test
  @Order(3)
  void recordingGoesOnMeanwhile() throws Exception {
    // Given
    List<String> requests = new RandomHistory(8, END).requests(600, 20);
    try (var poster = Executors.newSingleThreadExecutor()) {
      Future<?> posted =
          poster.submit(
              () -> {
                for (String request : requests) {
                  client.post("/api/v1/activities", request);
                }
                return null;
              });

      // When
      rebuild();
      posted.get();
    }
    awaitQuiet();

    // Then the live tables are what another rebuild would make
    Map<String, List<String>> before = TablesDump.withNumbers(client);
    JsonNode again = rebuild();
    assertThat(rowsChanged(again)).as(again.toString()).isZero();
    assertThat(TablesDump.withNumbers(client)).isEqualTo(before);
  }

  @Test
  @Order(4)
  void anInterruptedRebuildChangesNothingAndCanBeRunAgain() throws Exception {
    // Given
    client.execute("UPDATE sessions SET tasks_created = 55");
    Map<String, List<String>> damaged = TablesDump.withNumbers(client);
    client.post("/api/v1/rebuild", "{}");
    await().until(() -> !client.rows(NEW_TABLES).isEmpty());

    // When
    tracker.kill();
    tracker = TrackerProcess.launch(settings, temporary).awaitReady();
    awaitQuiet();
    Map<String, List<String>> afterTheKill = TablesDump.withNumbers(client);
    rebuild();

    // Then
    assertThat(afterTheKill).isEqualTo(damaged);
    assertThat(client.rows("SELECT count(*) FROM sessions WHERE tasks_created = 55"))
        .containsExactly("0");
    assertThat(rowsChanged(rebuild())).isZero();
  }

  @Test
  @Order(5)
  void anEmptiedDatabaseIsFilled() throws Exception {
    // Given
    Map<String, List<String>> before = TablesDump.withoutNumbers(client);
    client.execute(NOBODY);

    // When
    rebuild();

    // Then
    assertThat(TablesDump.withoutNumbers(client)).isEqualTo(before);
    List<String> reopened = client.rows("SELECT max(id) FROM sessions");
    client.postNotes("newcomer", TrackerClient.ids(1));
    await()
        .untilAsserted(
            () ->
                assertThat(client.rows("SELECT id FROM sessions WHERE owner = 'newcomer'"))
                    .containsExactly(Long.toString(Long.parseLong(reopened.getFirst()) + 1)));
  }

  private static JsonNode rebuild() throws IOException, InterruptedException {
    client.post("/api/v1/rebuild", "{}");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !status().get("state").asString().equals("RUNNING"));
    JsonNode status = status();
    assertThat(status.get("state").asString()).as(status.toString()).isEqualTo("DONE");
    return status;
  }

  private static JsonNode status() throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(client.get("/api/v1/rebuild").body());
  }

  private static long rowsChanged(JsonNode status) {
    return status.get("changed").values().stream().mapToLong(JsonNode::asLong).sum();
  }

  private static void awaitQuiet() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                client
                    .get("/api/v1/pipeline")
                    .body()
                    .equals("{\"activitiesLag\":0,\"updatesLag\":0}"));
    await().atMost(Duration.ofMinutes(1)).until(() -> client.rows(OVERDUE).equals(List.of("0")));
  }
}
