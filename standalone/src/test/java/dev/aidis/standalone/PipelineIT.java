package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aidis.standalone.home.Home;
import dev.aidis.standalone.home.Settings;
import dev.aidis.standalone.home.StartException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a call to a row, through a whole tracker in this JVM. */
class PipelineIT implements EndToEnd {
  @TempDir private static Path temporary;
  private static Settings settings;
  private static Tracker tracker;
  private static TrackerClient client;

  @BeforeAll
  static void startTracker() throws IOException {
    Logging.begin(Path.of("target"));
    settings = FreePorts.settings(temporary.resolve("home"));
    tracker = start();
    client = new TrackerClient(settings);
  }

  @AfterAll
  static void stopTracker() {
    client.close();
    tracker.close();
  }

  @Override
  public TrackerClient client() {
    return client;
  }

  @Override
  public void restart() throws IOException {
    tracker.close();
    tracker = start();
  }

  @Test
  void aSecondTrackerOnTheSameHomeIsRefused() {
    // When / Then
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(PipelineIT::start)
        .withMessage(
            "already running (pid %d) at http://127.0.0.1:%d; see ./aidis status",
            ProcessHandle.current().pid(), settings.port());
  }

  private static Tracker start() throws IOException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Tracker starting =
        new Tracker(settings, Home.open(settings.home()), new Console(nowhere, nowhere));
    try {
      starting.start(Clock.systemUTC());
      return starting;
    } catch (IOException | RuntimeException e) {
      starting.close();
      throw e;
    }
  }
}
