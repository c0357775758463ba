package dev.aidis.cli.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.Pause;
import dev.aidis.cli.TickingClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownCommandTest {
  private static final String HTTP = "http://127.0.0.1:1";

  @TempDir private Path home;
  private @Nullable Process process;

  @AfterEach
  void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void stopsTheTrackerAndWaitsForItsEnd() throws IOException {
    // Given
    Process tracker = start("exec sleep 600");
    TrackerFiles.write(home, tracker.toHandle(), HTTP);

    // When
    CliRun.Result result = new CliRun(home).with(Pause.real()).aidis("down");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0, "Stopping the tracker (pid " + tracker.pid() + ")\nStopped after 0.0 s.\n", ""));
    assertThat(tracker.isAlive()).isFalse();
  }

  @Test
  void aTrackerThatDoesNotStopIsAnErrorAfterAWhile() throws IOException {
    // Given
    Process tracker = start("trap '' TERM; echo ready; while :; do sleep 600; done");
    assertThat(tracker.inputReader().readLine()).isEqualTo("ready");
    TrackerFiles.write(home, tracker.toHandle(), HTTP);
    TickingClock clock = new TickingClock(CliRun.NOW);

    // When
    CliRun.Result result = new CliRun(home).with(clock).with(clock::advance).aidis("down");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: the tracker (pid "
                + tracker.pid()
                + ") has not stopped within 30 s: see `aidis logs`, and wait or kill it\n");
    tracker.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void withoutATrackerThereIsNothingToDo() {
    // When
    CliRun.Result result = new CliRun(home).aidis("down");

    // Then
    assertThat(result).isEqualTo(new CliRun.Result(0, "No tracker runs for " + home + ".\n", ""));
  }

  @Test
  void anotherProcessThatGotThePidIsLeftAlone() throws IOException {
    // Given
    Process other = start("exec sleep 600");
    TrackerFiles.write(home, other.pid(), Instant.EPOCH, HTTP);

    // When
    CliRun.Result result = new CliRun(home).aidis("down");

    // Then
    assertThat(result.out()).startsWith("No tracker runs");
    assertThat(other.isAlive()).isTrue();
  }

  private Process start(String script) throws IOException {
    Process started = new ProcessBuilder("sh", "-c", script).start();
    process = started;
    return started;
  }
}
