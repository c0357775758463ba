package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official conformance suite against a whole tracker that offers its fixtures. It comes over
 * npm, and so is run only where it is asked for: {@code scripts/conformance}.
 */
@EnabledIfSystemProperty(named = "aidis.conformance.suite", matches = ".+")
class ConformanceIT {
  private static final Path RESULTS = Path.of("target", "conformance");
  private static final long MINUTES = 10;

  @TempDir private static Path temporary;
  private static Settings settings;
  private static Tracker tracker;

  @BeforeAll
  static void startTracker() throws IOException {
    Logging.begin(Path.of("target"));
    System.setProperty("aidis.conformance.fixtures", "true");
    settings = FreePorts.settings(temporary.resolve("home"));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    tracker = new Tracker(settings, Home.open(settings.home()), new Console(nowhere, nowhere));
    tracker.start(Clock.systemUTC());
  }

  @AfterAll
  static void stopTracker() {
    System.clearProperty("aidis.conformance.fixtures");
    tracker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-25", "2026-07-28"})
  void everyScenarioThatTheRevisionRequiresPasses(String revision)
      throws IOException, InterruptedException {
    // Given
    Path results = Files.createDirectories(RESULTS.resolve(revision)).toAbsolutePath();
    Path log = results.resolve("suite.log");
    // When
    Process suite =
        new ProcessBuilder(
                "npx",
                "--yes",
                "--package=node@22",
                "--package=" + System.getProperty("aidis.conformance.suite"),
                "conformance",
                "server",
                "--url=http://127.0.0.1:" + settings.port() + "/mcp",
                "--requirements=" + revision,
                "--output-dir=" + results)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = suite.waitFor(MINUTES, TimeUnit.MINUTES);
    // Then
    assertThat(ended).as("the suite ends within %d minutes", MINUTES).isTrue();
    assertThat(suite.exitValue()).as(Files.readString(log)).isZero();
    assertThat(log).content().contains("=== SUMMARY ===").contains("Total: ");
  }
}
