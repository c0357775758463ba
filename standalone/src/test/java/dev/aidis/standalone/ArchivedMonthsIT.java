package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of a tracker is archived, and the tracker goes on. */
class ArchivedMonthsIT {
  private static final Instant END = Instant.parse("2026-04-10T12:00:00Z");
  private static final String MARCH = "/api/v1/archive/2026-03";
  private static final String OF_MARCH =
      """
      SELECT count(*) FROM session_activities
      WHERE occurred_at >= '2026-03-01 00:00Z' AND occurred_at < '2026-04-01 00:00Z'
      """;
  private static final String STILL_OPEN =
      """
      SELECT count(*) FROM sessions WHERE status IN ('active', 'paused')
      """;

  @TempDir private static Path temporary;
  private static Home home;
  private static Tracker tracker;
  private static TrackerClient client;

  @BeforeAll
  static void recordHistory() throws Exception {
    Logging.begin(Path.of("target"));
    Settings free = FreePorts.settings(temporary.resolve("home"));
    Settings settings =
        new Settings(free.home(), free.port(), free.postgresPort(), free.kafkaPort(), "owner-1", 3);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    home = Home.open(settings.home());
    tracker = new Tracker(settings, home, new Console(nowhere, nowhere));
    tracker.start(Clock.systemUTC());
    client = new TrackerClient(settings);
    for (String request : new RandomHistory(21, END).requests(800, 100)) {
      assertThat(post("/api/v1/activities", request)).contains("\"accepted\":100");
    }
    settle();
  }

  @AfterAll
  static void stop() {
    client.close();
    tracker.close();
  }

  @BeforeEach
  void archive() throws Exception {
    assertThat(post(MARCH, "")).contains("\"month\":\"2026-03\"");
    assertThat(client.rows(OF_MARCH)).containsExactly("0");
  }

  @Test
  void theTimelineSaysSo() throws Exception {
    // Given
    String session =
        client
            .rows(
                "SELECT uuid FROM sessions WHERE owner = 'owner-1' AND started_at < '2026-03-31' LIMIT 1")
            .getFirst();

    // When
    String timeline = body(client.get("/api/v1/sessions/" + session + "/timeline"));

    // Then
    assertThat(timeline).contains("\"archivedMonths\":[\"2026-03\"]");
  }

  @Test
  void whatIsToldLateOfAnArchivedMonthIsCountedAndTheMonthIsWhole() throws Exception {
    // Given
    List<String> archived = client.rows("SELECT rows + 1 FROM archived_months");

    // When
    post(
        "/api/v1/activities",
        """
        {"activities": [{"id": "%s", "type": "note_added", "occurredAt": "2026-03-25T10:00:00Z",
          "owner": "owner-1", "body": "late"}]}
        """
            .formatted(UUID.randomUUID()));
    settle();

    // Then
    assertThat(client.rows(OF_MARCH)).isEqualTo(archived);
    assertThat(client.rows("SELECT month FROM archived_months")).isEmpty();
  }

  @Test
  void aRebuildMakesAnArchivedMonthRightAndLeavesItInItsFile() throws Exception {
    // Given sessions of March that are damaged, and one that is gone
    Map<String, List<String>> right = whole();
    post(MARCH, "");
    client.execute(
        """
        DELETE FROM sessions WHERE id = (SELECT min(id) FROM sessions WHERE started_at < '2026-03-31');
        UPDATE sessions SET activities = 1 WHERE started_at < '2026-03-31'
        """);

    // When
    rebuild();

    // Then
    assertThat(client.rows(OF_MARCH)).containsExactly("0");
    assertThat(client.rows("SELECT month FROM archived_months")).containsExactly("2026-03-01");
    assertThat(whole()).isEqualTo(right);
  }

  @Test
  void aMonthWhoseSessionsAreGoneComesBackOnlyByARebuild() throws Exception {
    // Given
    Map<String, List<String>> right = whole();
    post(MARCH, "");
    client.execute("DELETE FROM sessions WHERE started_at < '2026-03-31'");

    // When
    HttpResponse<String> refused = client.post(MARCH + "/restore", "");

    // Then
    assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(refused.body()).contains("refers to rows that are no more", "aidis rebuild");
    rebuild();
    assertThat(whole()).isEqualTo(right);
  }

  @Test
  void aRebuildMakesALostFileAnew() throws Exception {
    // Given
    Map<String, List<String>> right = whole();
    post(MARCH, "");
    Path file = home.archive().resolve(client.rows("SELECT file FROM archived_months").getFirst());
    Files.delete(file);

    // When
    rebuild();

    // Then
    assertThat(file).exists();
    assertThat(whole()).isEqualTo(right);
  }

  /** With the month brought back. */
  private static Map<String, List<String>> whole() throws Exception {
    post(MARCH + "/restore", "");
    return TablesDump.withoutNumbers(client);
  }

  private static void rebuild() throws IOException, InterruptedException {
    post("/api/v1/rebuild", "{}");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !body(client.get("/api/v1/rebuild")).contains("\"state\":\"RUNNING\""));
    assertThat(body(client.get("/api/v1/rebuild"))).contains("\"state\":\"DONE\"");
  }

  /** Everything sent is in Postgres, and every session has timed out: all of it is old. */
  private static void settle() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                body(client.get("/api/v1/pipeline"))
                        .equals("{\"activitiesLag\":0,\"updatesLag\":0}")
                    && client.rows(STILL_OPEN).equals(List.of("0")));
  }

  private static String post(String path, String json) throws IOException, InterruptedException {
    return body(client.post(path, json));
  }

  private static String body(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }
}
