package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees who types commands in a terminal, narrow and wide, with and without UTF-8. */
class TerminalIT {
  private static final String UTF8 = "C.UTF-8";
  private static final String FRAME = "║";
  private static final int COMMITS = 4_000;

  private static final List<String> COMMANDS =
      List.of(
          "session",
          "session 1",
          "session 1 timeline",
          "session 1 files",
          "session context",
          "sessions list",
          "sessions stats --period=all",
          "sessions patterns",
          "sessions recent",
          "sessions compare 1 current",
          "today",
          "doctor",
          "config",
          "version",
          "session --help",
          "import git --help",
          "nothing");

  @TempDir private static Path temporary;
  private static Path bin;
  private static Settings settings;
  private static @Nullable Tracker tracker;
  private static TrackerClient client;

  @BeforeAll
  static void startTracker() throws Exception {
    TerminalPane.requireTmux();
    Logging.begin(Path.of("target"));
    settings = FreePorts.settings(temporary.resolve("home"));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    tracker = new Tracker(settings, Home.open(settings.home()), new Console(nowhere, nowhere));
    tracker.start(Clock.systemUTC());
    client = new TrackerClient(settings);
    bin = Files.createDirectories(temporary.resolve("bin"));
    Path command = Files.writeString(bin.resolve("aidis"), launcher());
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    tellWork();
  }

  @AfterAll
  static void stopTracker() {
    if (tracker != null) {
      client.close();
      tracker.close();
    }
  }

  @ParameterizedTest(name = "{0} columns, {1}, NO_COLOR={2}")
  @CsvSource({"40, C.UTF-8, ''", "80, C, 1", "160, C.UTF-8, 1", "40, C, ''"})
  void everyReportFitsTheTerminalAndItsCharacters(int columns, String locale, String noColor)
      throws Exception {
    try (TerminalPane pane = pane(columns, Map.of("LANG", locale, "NO_COLOR", noColor))) {
      for (String command : COMMANDS) {
        // When
        int exitCode = pane.run("aidis " + command);

        // Then
        String seen = pane.screen();
        assertThat(exitCode).as(seen).isEqualTo(command.equals("nothing") ? 2 : 0);
        assertThat(seen.lines().count()).as(command).isGreaterThan(2);
        assertThat(pane.brokenLines()).as("%s at %d columns", command, columns).isEmpty();
        assertThat(seen).as(command).doesNotContain("\uFFFD", "\u001b", "^[", "[0m");
        if (!locale.equals(UTF8)) {
          assertThat(seen).as(command).matches("[\\x20-\\x7e\\n]*");
        }
        if (!noColor.isEmpty()) {
          assertThat(pane.colored()).as(command).doesNotContain("\u001b[3");
        }
      }
      assertThat(pane.run("aidis session 1")).isZero();
      assertThat(pane.screen().contains(FRAME)).isEqualTo(locale.equals(UTF8));
      assertThat(pane.colored().contains("\u001b[")).isEqualTo(noColor.isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"80, C.UTF-8, █", "72, C, #"})
  void anImportShowsABarThatLeavesNothing(int columns, String locale, String filled)
      throws Exception {
    // Given
    Path repository = QuickRepository.make(temporary.resolve("repository-" + locale), COMMITS);
    try (TerminalPane pane = pane(columns, Map.of("LANG", locale))) {
      // When
      pane.start("aidis import git " + repository + " --all-authors --workspace " + columns);
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> pane.lines().stream().anyMatch(line -> line.startsWith(filled)));
      int exitCode = pane.awaitPrompt();

      // Then
      assertThat(exitCode).isZero();
      assertThat(pane.screen())
          .contains("Imported 4,000 commits of 1 author", "8,000 accepted, 0 rejected")
          .doesNotContain("█", "##", "waiting until");
    }
  }

  @Test
  void ctrlCOfTailLeavesATerminalAsItWas() throws Exception {
    try (TerminalPane pane = pane(80, Map.of("LANG", UTF8))) {
      pane.run("stty -a > before");
      // Given
      pane.start("aidis tail -f -n 1");
      pane.awaitSeen("Looked");
      client.post(
          "/api/v1/activities",
          activity("note_added", Instant.now(), "\"description\": \"It happens now\""));
      pane.awaitSeen("It happens now");

      // When
      pane.key("C-c");

      // Then
      assertThat(pane.awaitPrompt()).isEqualTo(130);
      assertThat(pane.run("stty -a | diff before -")).as(pane.screen()).isZero();
    }
  }

  @Test
  void tabCompletesCommandsAndOptionsInBash() throws Exception {
    try (TerminalPane pane = pane(80, Map.of("LANG", UTF8))) {
      // Given
      pane.run("source <(aidis completion bash)");

      // When
      pane.type("aidis tod");
      pane.key("Tab");
      pane.awaitSeen("aidis today");
      pane.type("--js");
      pane.key("Tab");

      // Then
      pane.awaitSeen("aidis today --json");
    }
  }

  private static TerminalPane pane(int columns, Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>(more);
    environment.values().removeIf(String::isEmpty);
    environment.put("HOME", Files.createTempDirectory(temporary, "user").toString());
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    environment.put("AIDIS_HOME", settings.home().toString());
    TerminalPane pane = TerminalPane.open(temporary, columns, environment);
    pane.run("cd");
    return pane;
  }

  /** As {@code ./aidis} runs it, but for building what is not built. */
  private static String launcher() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return """
        #!/bin/sh
        exec %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -cp '%s/*' \\
          -Daidis.scripts=%s dev.aidis.cli.Main "$@"
        """
        .formatted(
            java,
            Path.of("../cli/target/app").toAbsolutePath().normalize(),
            Path.of("../scripts").toAbsolutePath().normalize());
  }

  private static void tellWork() throws IOException, InterruptedException {
    Instant yesterday = Instant.now().minus(Duration.ofHours(26));
    String task = "\"taskId\": \"00000000-0000-4000-8000-000000000001\"";
    tell("session_started", yesterday, "\"body\": \"Make the parser fast enough for everybody\"");
    tell("task_created", yesterday.plusSeconds(60), task + ", \"title\": \"Measure the parser\"");
    tell(
        "file_modified",
        yesterday.plusSeconds(600),
        "\"filePath\": \"src/main/java/org/example/parser/internal/RecursiveDescentParser.java\","
            + " \"linesAdded\": 120, \"linesRemoved\": 30, \"aiInvolved\": true,"
            + " \"aiModel\": \"claude-sonnet-4-5\"");
    tell("decision_made", yesterday.plusSeconds(900), "\"title\": \"No regular expressions\"");
    tell("task_completed", yesterday.plusSeconds(1200), task);
    tell(
        "note_added",
        yesterday.plusSeconds(1300),
        "\"body\": \"A note that goes on and on, so that no terminal of forty columns can show it\"");
    tell("session_ended", yesterday.plusSeconds(1400), "\"body\": \"Twice as fast\"");
    tell("session_started", Instant.now(), "\"body\": \"Errors are next\"");
    tell("context_added", Instant.now(), "\"title\": \"Looked at the errors\"");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(client.rows("SELECT status, activities FROM sessions ORDER BY id"))
                    .containsExactly("ended|7", "active|2"));
  }

  private static void tell(String type, Instant at, String more)
      throws IOException, InterruptedException {
    assertThat(client.post("/api/v1/activities", activity(type, at, more)).statusCode())
        .isEqualTo(202);
  }

  private static String activity(String type, Instant at, String more) {
    return "{\"activities\": [{\"type\": \"%s\", \"occurredAt\": \"%s\", \"project\": \"shop\", %s}]}"
        .formatted(type, at, more);
  }
}
