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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A tracker's data is taken out, and brought into another tracker, in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeepingIT {
  private static final String STILL_OPEN =
      "SELECT count(*) FROM sessions WHERE status IN ('active', 'paused')";
  private static final String ACTIVITIES = "{\"activities\":";

  @TempDir private static Path temporary;
  private static String backup;
  private static String export;
  private static String bobs;
  private static String revoked;
  private static Map<String, List<String>> there;
  private static Tracker tracker;
  private static TrackerClient client;

  @BeforeAll
  static void takeOutOfOneTrackerAndStartAnother() throws Exception {
    Logging.begin(Path.of("target"));
    Settings settings = FreePorts.settings(temporary.resolve("there"));
    try (Tracker _ = start(settings);
        TrackerClient asked = new TrackerClient(settings)) {
      for (String batch : History.batches(List.of("ada", "bob"))) {
        accepted(asked.post("/api/v1/activities", batch));
      }
      settle(asked);
      there = History.tables(asked);
      bobs = token(asked, "{\"owner\":\"bob\"}");
      revoked = token(asked, "{\"owner\":\"bob\",\"name\":\"lost\"}");
      accepted(asked.delete("/api/v1/tokens/" + revoked.substring(6, 22)));
      backup = body(asked.get("/api/v1/backup"));
      export = body(asked.get("/api/v1/export?owner=ada"));
    }
    Settings other = FreePorts.settings(temporary.resolve("here"));
    tracker = start(other);
    client = new TrackerClient(other);
  }

  @AfterAll
  static void stopTracker() {
    client.close();
    tracker.close();
  }

  @Test
  @Order(1)
  void aBackupThatBreaksOffLeavesNothing() throws Exception {
    // Given
    String half = backup.substring(0, backup.lastIndexOf("{\"end\""));

    // When
    HttpResponse<String> answer = client.post("/api/v1/restore", half);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("broke off");
    assertThat(body(client.get("/api/v1/restore"))).contains("\"empty\":true");
    assertThat(client.rows("SELECT name FROM projects")).isEmpty();
    assertThat(client.rows("SELECT number FROM reserved_numbers")).isEmpty();
  }

  @Test
  @Order(2)
  void aRestoredTrackerHasTheSameSessionsWithTheSameIdsAndNumbers() throws Exception {
    // When
    accepted(client.post("/api/v1/restore", backup));
    settle(client);
    accepted(client.post("/api/v1/restore/end", "{}"));

    // Then
    Map<String, List<String>> here = History.tables(client);
    there.forEach((table, rows) -> assertThat(here.get(table)).as(table).isEqualTo(rows));
    assertThat(there.get("sessions")).hasSizeGreaterThan(50);
    assertThat(there.get("absorbed_sessions")).isNotEmpty();
    assertThat(client.rows("SELECT count(*) FROM reserved_numbers")).containsExactly("0");
  }

  @Test
  @Order(3)
  void aRestoredTrackerKnowsItsTokens() throws Exception {
    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(client.get("/api/v1/sessions?limit=100", bobs).body())
                    .contains("\"owner\":\"bob\"")
                    .doesNotContain("\"owner\":\"ada\""));
    assertThat(client.get("/api/v1/sessions", revoked).statusCode()).isEqualTo(401);
    assertThat(backup).doesNotContain(bobs.substring(23)).doesNotContain(revoked.substring(23));
  }

  @Test
  @Order(3)
  void theWholeTrackerIsForAdministratorsOnly() throws Exception {
    for (String path :
        List.of(
            "/api/v1/backup",
            "/api/v1/restore",
            "/api/v1/archive",
            "/api/v1/export?owner=ada",
            "/actuator/prometheus")) {
      assertThat(client.get(path, bobs).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(client.get("/api/v1/export", bobs).body())
        .contains("\"owner\":\"bob\"")
        .doesNotContain("\"ada\"");
  }

  @Test
  @Order(3)
  void aTrackerWithDataIsNotRestoredInto() throws Exception {
    // When
    HttpResponse<String> answer = client.post("/api/v1/restore", backup);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not empty");
  }

  @Test
  @Order(4)
  void aBackupOfTheRestoredTrackerIsTheSame() throws Exception {
    // When
    String again = body(client.get("/api/v1/backup"));

    // Then: offsets differ, for those that broke off have used some, and there is a header more
    assertThat(again.lines().filter(line -> line.startsWith(ACTIVITIES)).map(KeepingIT::core))
        .containsExactlyElementsOf(
            backup
                .lines()
                .filter(line -> line.startsWith(ACTIVITIES))
                .map(KeepingIT::core)
                .toList());
  }

  @Test
  @Order(5)
  void importingOnesOwnExportChangesNothing() throws Exception {
    // Given
    Map<String, List<String>> before = History.tables(client);

    // When
    importExport("");

    // Then
    assertThat(History.tables(client)).isEqualTo(before);
    assertThat(export.lines().filter(line -> line.contains("\"bob\""))).isEmpty();
  }

  @Test
  @Order(6)
  void anotherOwnerGetsSessionsLikeThem() throws Exception {
    // When
    importExport("?owner=carol");

    // Then
    assertThat(History.likeness(client, "carol"))
        .isNotEmpty()
        .isEqualTo(History.likeness(client, "ada"));
  }

  @Test
  @Order(7)
  void aNewSessionGetsTheNextNumber() throws Exception {
    // Given
    String greatest = client.rows("SELECT max(id) + 1 FROM sessions").getFirst();

    // When
    client.postNotes("dave", TrackerClient.ids(1));

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(client.rows("SELECT id FROM sessions WHERE owner = 'dave'"))
                    .containsExactly(greatest));
  }

  private static void importExport(String query) throws Exception {
    List<String> lines =
        export
            .lines()
            .filter(line -> line.startsWith(ACTIVITIES))
            .map(line -> line.substring(ACTIVITIES.length(), line.length() - 1))
            .toList();
    for (int from = 0; from < lines.size(); from += 100) {
      String batch = String.join(",", lines.subList(from, Math.min(from + 100, lines.size())));
      HttpResponse<String> answer =
          client.post("/api/v1/import" + query, ACTIVITIES + "[" + batch + "]}");
      assertThat(answer.body()).contains("\"rejected\":0,\"failed\":0");
    }
    settle(client);
  }

  /** Everything sent is in Postgres, and every session has timed out: all of it is old. */
  private static void settle(TrackerClient asked) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                body(asked.get("/api/v1/pipeline")).equals("{\"activitiesLag\":0,\"updatesLag\":0}")
                    && asked.rows(STILL_OPEN).equals(List.of("0")));
  }

  private static String token(TrackerClient asked, String wanted) throws Exception {
    HttpResponse<String> made = asked.post("/api/v1/tokens", wanted);
    accepted(made);
    return made.body().replaceFirst(".*\"secret\":\"([^\"]+)\".*", "$1");
  }

  private static String core(String line) {
    return line.replaceFirst("\"offset\":\\d+,", "").replaceFirst("\"headers\":.*", "");
  }

  private static String body(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private static Tracker start(Settings settings) throws IOException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Tracker starting =
        new Tracker(settings, Home.open(settings.home()), new Console(nowhere, nowhere));
    starting.start(Clock.systemUTC());
    return starting;
  }
}
