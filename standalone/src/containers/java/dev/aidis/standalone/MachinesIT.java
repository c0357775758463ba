package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Machines of several owners, each with an address and a token of its own, and one tracker for all. */
class MachinesIT {
  private static final String PROJECT = "aidis-machines";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SESSIONS =
      """
      SELECT count(*), sum(s.prompts), string_agg(array_to_string(s.machines, '+'), ',')
      FROM sessions s WHERE s.owner = ?
      """;
  private static final String PROMPTS =
      """
      SELECT count(*) FROM session_activities WHERE owner = ? AND activity_type = 'prompt_submitted'
      """;

  private static @Nullable Compose compose;
  private static @Nullable TrackerClient client;

  @BeforeAll
  static void start() {
    Compose.assumeDocker();
    compose = new Compose(PROJECT, false, 3).with("AIDIS_ALLOWED_HOSTS", "ingest-service");
    compose.up();
    client = new TrackerClient(compose.place());
  }

  @AfterAll
  static void stop() {
    if (compose != null) {
      compose.close();
    }
  }

  @Test
  void whatTheMachinesOfAnOwnerTellIsOneSessionAndNobodyElses()
      throws IOException, InterruptedException {
    try (Machine laptop = machine("ada", "laptop", "");
        Machine desk = machine("ada", "desk", "");
        Machine bobs = machine("bob", "laptop", "")) {
      // When
      laptop.prompt("p-1");
      bobs.prompt("p-2");
      desk.prompt("p-3");
      desk.aidis("", "session note 'from the desk'");
      String bridged = desk.aidis(MCP, "mcp");

      // Then
      assertThat(bridged).contains("task_id");
      awaitRows(SESSIONS, "ada", "1|2|desk+laptop");
      awaitRows(SESSIONS, "bob", "1|1|laptop");
      assertThat(desk.aidis("", "sessions list --json")).contains("desk").doesNotContain("bob");
      assertThat(bobs.shell("curl -s -o /dev/null -w '%{http_code}' -H 'Aidis-Owner: ada'"
              + " -H \"Authorization: Bearer $AIDIS_TOKEN\" $AIDIS_URL/api/v1/sessions"))
          .isEqualTo("403");
    }
  }

  @Test
  void aMachineThatWasCutOffTellsWhatHappenedMeanwhile() throws IOException, InterruptedException {
    try (Machine away = machine("carol", "train", "");
        Machine home = machine("carol", "home", "")) {
      // Given
      away.prompt("p-1");
      awaitRows(PROMPTS, "carol", "1");
      away.cutOff();
      away.prompt("p-2");
      away.prompt("p-3");
      assertThat(away.waiting()).isEqualTo(2);
      home.prompt("p-4");
      awaitRows(PROMPTS, "carol", "2");

      // When
      away.connect();
      away.shell("/opt/aidis/aidis spool deliver");

      // Then
      assertThat(away.waiting()).isZero();
      awaitRows(SESSIONS, "carol", "1|4|home+train");
      assertThat(
              rows(
                  """
                  SELECT count(*) FROM session_activities a JOIN session_activities b ON b.owner = a.owner
                  WHERE a.owner = ? AND a.machine = 'train' AND a.occurred_at < b.occurred_at
                    AND a.received_at > b.received_at AND b.machine = 'home'
                    AND b.activity_type = 'prompt_submitted'
                  """,
                  "carol"))
          .containsExactly("2");
    }
  }

  @Test
  void clocksThatAreWrongMoveNoSession() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Machine.canShiftClocks(), "skipped: apt-get install libfaketime, to make clocks wrong");
    try (Machine right = machine("dora", "right", "");
        Machine ahead = machine("dora", "ahead", "+3h");
        Machine behind = machine("dora", "behind", "-3d")) {
      // When
      right.prompt("p-1");
      ahead.prompt("p-2");
      behind.prompt("p-3");
      ahead.cutOff();
      ahead.prompt("p-4");
      ahead.connect();
      ahead.shell("/opt/aidis/aidis spool deliver");

      // Then
      awaitRows(SESSIONS, "dora", "1|4|ahead+behind+right");
      assertThat(
              rows(
                  """
                  SELECT max(abs(extract(epoch FROM received_at - occurred_at))) < 30
                  FROM session_activities WHERE owner = ?
                  """,
                  "dora"))
          .containsExactly("t");
    }
  }

  private static final String MCP =
      """
      {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}}
      {"jsonrpc": "2.0", "method": "notifications/initialized"}
      {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "task_create", "arguments": {"title": "From the desk"}}}""";

  /** A machine with a token of its own. */
  private static Machine machine(String owner, String name, String clockOff)
      throws IOException, InterruptedException {
    var answer =
        client()
            .post(
                "/api/v1/tokens",
                "{\"owner\": \"%s\", \"machine\": \"%s\"}".formatted(owner, name));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String secret = JSON.readTree(answer.body()).get("secret").asString();
    return new Machine(
        PROJECT + "_default",
        name,
        "http://ingest-service:8080",
        secret,
        clockOff);
  }

  private static TrackerClient client() {
    return Objects.requireNonNull(client);
  }

  private static List<String> rows(String query, String owner) {
    try {
      return client().rows(query, owner);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitRows(String query, String owner, String expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(rows(query, owner)).containsExactly(expected));
  }
}
