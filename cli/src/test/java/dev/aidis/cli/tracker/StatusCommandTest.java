package dev.aidis.cli.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatusCommandTest {
  private static final ProcessHandle SELF = ProcessHandle.current();

  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void aRunningTrackerShowsWhereItIsAndHowItIs() throws IOException {
    // Given
    TrackerFiles.write(home, SELF, tracker.address());
    tracker.answers(
        "/actuator/health",
        200,
        """
        {"status":"UP","components":{"kafka":{"status":"UP"},"ping":{"status":"UP"},
         "postgres":{"status":"UP"}}}
        """);
    tracker.answers("/api/v1/pipeline", 200, "{\"activitiesLag\":1200,\"updatesLag\":3}");

    // When
    CliRun.Result result = new CliRun(home).aidis("status");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                tracker   running, pid %d, up 2 h 5 min
                http      %s
                mcp       %s/mcp
                postgres  postgresql://postgres@127.0.0.1:7718/aidis
                kafka     127.0.0.1:7719
                home      /srv/aidis
                version   1.2.3
                health    well (Kafka up, Postgres up)
                pipeline  1,200 activities to process, 3 updates to write
                """
                    .formatted(SELF.pid(), tracker.address(), tracker.address()),
                ""));
  }

  @Test
  void aTrackerThatIsNotWellFails() throws IOException {
    // Given
    TrackerFiles.write(home, SELF, tracker.address());
    tracker.answers(
        "/actuator/health",
        503,
        "{\"status\":\"DOWN\",\"components\":{\"kafka\":{\"status\":\"UP\"},\"postgres\":{\"status\":\"DOWN\"}}}");

    // When
    CliRun.Result result = new CliRun(home).aidis("status");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.out()).endsWith("health    down (Kafka up, Postgres down)\n");
  }

  @Test
  void aProcessThatDoesNotAnswerFails() throws IOException {
    // Given
    TrackerFiles.write(home, SELF, tracker.address());
    tracker.close();

    // When
    CliRun.Result result = new CliRun(home).aidis("status");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.out()).endsWith("health    does not answer at " + tracker.address() + "\n");
  }

  @Test
  void withoutATrackerItSaysSo() {
    // When
    CliRun.Result result = new CliRun(home).aidis("status");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                CliException.NOT_RUNNING, "tracker   not running; home " + home + "\n", ""));
  }

  @Test
  void aTrackerThatWasKilledDoesNotRun() throws IOException {
    // Given
    TrackerFiles.write(home, Integer.MAX_VALUE, Instant.EPOCH, tracker.address());

    // When
    CliRun.Result result = new CliRun(home).aidis("status");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.NOT_RUNNING);
  }

  @Test
  void anotherProcessThatGotItsPidIsNotTheTracker() throws IOException {
    // Given
    Instant earlier = SELF.info().startInstant().orElseThrow().minusSeconds(60);
    TrackerFiles.write(home, SELF.pid(), earlier, tracker.address());

    // When
    CliRun.Result result = new CliRun(home).aidis("status");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.NOT_RUNNING);
  }

  @Test
  void aTrackerElsewhereIsAskedForItsHealth() {
    // Given
    tracker.answers("/actuator/health", 200, "{\"status\":\"UP\"}");

    // When
    CliRun.Result result = new CliRun(home).with(tracker).aidis("status");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(0, "http      " + tracker.address() + "\nhealth    well\n", ""));
  }

  @Test
  void aTrackerElsewhereThatDoesNotAnswerIsNotRunning() {
    // Given
    tracker.close();

    // When
    CliRun.Result result = new CliRun(home).with(tracker).aidis("status");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.NOT_RUNNING);
  }
}
