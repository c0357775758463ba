package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.cli.Pause;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.transcript.ImportClaudeCodeCommand;
import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what Claude Code's hooks send to the row of a session, through a whole tracker. */
class HooksIT {
  private static final Path FIXTURE =
      Path.of("../ingest-service/src/test/resources/hooks/claude-code-hooks.jsonl");
  private static final Path TELEMETRY =
      Path.of("../ingest-service/src/test/resources/telemetry/claude-code-otlp.jsonl");
  private static final String HEARTBEATS = "/compat/wakatime/v1/users/current/heartbeats.bulk";

  /** A minute before the telemetry, which is of 2026-11-22. */
  private static final String HEARTBEAT =
      """
      [{"entity": "/home/dev/demo/src/Shop.java", "type": "file", "category": "coding",
        "time": 1795333716.5, "project": "demo", "is_write": true, "human_line_changes": 7}]""";

  private static final String EDIT =
      """
      {"session_id": "5809e172-e13e-4c6d-9c1a-ea0e38140ae5", "cwd": "/home/dev/demo",
       "hook_event_name": "PostToolUse", "tool_name": "Edit", "tool_use_id": "toolu_4",
       "tool_input": {"file_path": "/home/dev/demo/src/Main.java"},
       "tool_response": {"filePath": "/home/dev/demo/src/Main.java",
         "structuredPatch": [{"lines": [" a", "-b", "+c", "+d", "+e"]}]}}""";
  private static final String PROMPT =
      """
      {"session_id": "5809e172-e13e-4c6d-9c1a-ea0e38140ae5", "cwd": "/home/dev/demo",
       "hook_event_name": "UserPromptSubmit", "prompt_id": "p-2", "prompt": "tidy @src/Main.java"}""";

  private static final String WITHOUT_ID =
      """
      {"session_id": "s", "hook_event_name": "UserPromptSubmit", "prompt": "go on"}""";

  /** Written by Claude Code as it sent its hooks what is in the other fixture. */
  private static final Path TRANSCRIPT =
      Path.of("../cli/src/test/resources/transcripts/claude-code-transcript.jsonl");

  @TempDir private static Path temporary;
  private static Tracker tracker;
  private static TrackerClient client;

  @BeforeAll
  static void startTracker() throws IOException {
    Logging.begin(Path.of("target"));
    Settings settings = FreePorts.settings(temporary.resolve("home"));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    tracker = new Tracker(settings, Home.open(settings.home()), new Console(nowhere, nowhere));
    tracker.start(Clock.systemUTC());
    client = new TrackerClient(settings);
  }

  @AfterAll
  static void stopTracker() {
    client.close();
    tracker.close();
  }

  @Test
  void whatHooksTellBecomesASessionAndCountsOnceThoughToldTwice()
      throws IOException, InterruptedException, SQLException {
    // Given
    List<String> payloads = new ArrayList<>(Files.readAllLines(FIXTURE));
    payloads.add(PROMPT);
    payloads.add(EDIT);

    // When
    for (int time = 0; time < 2; time++) {
      for (String payload : payloads) {
        assertThat(client.post("/hooks/claude-code", payload).statusCode()).isBetween(202, 204);
      }
    }
    client.post("/api/v1/activities", "{\"activities\": [{\"type\": \"note_added\"}]}");

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(
                        client.rows(
                            """
                            SELECT p.name, s.prompts, s.tool_uses, s.files_modified,
                                   s.loc_added_by_ai, s.loc_removed_by_ai, s.loc_added_by_human
                            FROM sessions s JOIN projects p ON p.id = s.project_id
                            WHERE EXISTS (SELECT FROM session_activities a
                              WHERE a.session_id = s.id AND a.activity_type = 'note_added')
                            """))
                    .containsExactly("demo|2|4|{src/Main.java}|3|1|0"));
    assertThat(
            client.rows(
                """
                SELECT file_path, times_modified, mentioned_in_context, loc_added, loc_removed
                FROM session_files WHERE file_path = 'src/Main.java'
                """))
        .containsExactly("src/Main.java|1|1|3|1");
  }

  @Test
  void whatTelemetryAndEditorsTellIsCountedInOneSessionOnce()
      throws IOException, InterruptedException, SQLException {
    // Given
    List<String> exports = Files.readAllLines(TELEMETRY);

    // When
    for (int time = 0; time < 2; time++) {
      for (String line : exports) {
        JsonNode export = JsonMapper.shared().readTree(line);
        String path = export.path("url").asString();
        assertThat(client.post(path, export.path("body").toString()).statusCode()).isEqualTo(200);
      }
      assertThat(client.post(HEARTBEATS, HEARTBEAT).statusCode()).isEqualTo(201);
    }

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(
                        client.rows(
                            """
                            SELECT activities, input_tokens, output_tokens, cost_micro_usd, ai_model,
                              loc_added_by_human, files_modified
                            FROM sessions WHERE started_at < '2026-11-23' AND workspace = 'main'
                            """))
                    .containsExactly("2|480|120|3240|claude-sonnet-4-5|7|{src/Shop.java}"));
    JsonNode tokens =
        JsonMapper.shared()
            .readTree(client.get("/api/v1/stats?period=all").body())
            .path("current")
            .path("tokens");
    assertThat(tokens).hasSize(1);
    assertThat(tokens.get(0).path("model").asString()).isEqualTo("claude-sonnet-4-5");
    assertThat(tokens.get(0).path("usage").path("costMicroUsd").asLong()).isEqualTo(3_240);
    assertThat(client.get("/api/v1/stats?period=all&by=model&format=text").body())
        .contains("Tokens by model", "$0.0032");
  }

  @Test
  void whatWaitedInTheSpoolCountsOnceAndWhenItHappened()
      throws IOException, InterruptedException, SQLException {
    // Given: it was told while the tracker could not be reached, and is there twice
    runScript("http://127.0.0.1:9", WITHOUT_ID, "hook.sh", "/hooks/claude-code");
    Path records = temporary.resolve("state/aidis/spool/new");
    try (Stream<Path> waiting = Files.list(records)) {
      Path record = waiting.findFirst().orElseThrow();
      Files.copy(record, record.resolveSibling("9" + record.getFileName()));
    }

    // When
    int left = runScript(client.root(), "", "spool.sh", "deliver");

    // Then
    assertThat(left).isZero();
    assertThat(records).isEmptyDirectory();
    await()
        .untilAsserted(
            () ->
                assertThat(
                        client.rows(
                            """
                            SELECT activity_type, workspace, occurred_at < received_at
                            FROM session_activities WHERE workspace = 'spooled'
                            """))
                    .containsExactly("prompt_submitted|spooled|t"));
  }

  /** The exit code. */
  private static int runScript(String url, String input, String script, String argument)
      throws IOException, InterruptedException {
    Path path = Path.of("../scripts").resolve(script).toAbsolutePath();
    ProcessBuilder shell = new ProcessBuilder("sh", path.toString(), argument);
    shell.environment().put("AIDIS_URL", url);
    shell.environment().put("AIDIS_WORKSPACE", "spooled");
    shell.environment().put("AIDIS_SPOOL_PATIENCE", "0");
    shell.environment().put("XDG_STATE_HOME", temporary.resolve("state").toString());
    shell.environment().put("XDG_CONFIG_HOME", temporary.resolve("config").toString());
    Process process = shell.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return process.waitFor();
  }

  @Test
  void whatHooksToldCountsOnceThoughTheTranscriptIsImportedToo() throws Exception {
    // Given
    for (String payload : Files.readAllLines(FIXTURE)) {
      assertThat(client.post("/hooks/claude-code", another(payload), "imported").statusCode())
          .isBetween(202, 204);
    }
    Path transcript =
        Files.writeString(
            temporary.resolve("transcript.jsonl"), another(Files.readString(TRANSCRIPT)));

    // When
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            Map.of("AIDIS_URL", client.root()),
            temporary,
            out,
            out,
            false,
            Clock.systemUTC(),
            Pause.real(),
            () -> 100);
    int exitCode =
        new CommandLine(new ImportClaudeCodeCommand(surroundings))
            .execute(transcript.toString(), "--workspace", "imported");

    // Then
    assertThat(exitCode).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(
            client.rows(
                """
                SELECT activity_type, count(*), count(DISTINCT uuid)
                FROM session_activities
                WHERE client_session = '77777777-e13e-4c6d-9c1a-ea0e38140ae5'
                  AND activity_type IN ('prompt_submitted', 'tokens_used', 'tool_used')
                GROUP BY 1 ORDER BY 1
                """))
        .containsExactly("prompt_submitted|1|1", "tokens_used|4|4", "tool_used|3|3");
  }

  /** The same in another session of Claude Code's. */
  private static String another(String told) {
    return told.replace("5809e172-", "77777777-").replace("b3527de4-", "88888888-");
  }
}
