package dev.aidis.cli.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildCommandTest {
  private static final String PATH = "/api/v1/rebuild";

  private final FakeTracker tracker = new FakeTracker();
  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void itShowsHowFarItIsAndWhatWasPutRight() {
    // Given
    tracker
        .answers(PATH, 202, status("RUNNING", "preparing", 0, 0, "{}"))
        .answers(PATH, 200, status("RUNNING", "reading the log", 2_500, 10_000, "{}"))
        .answers(PATH, 200, status("DONE", "", 10_000, 10_000, "{\"sessions\":3,\"tasks\":0}"));

    // When
    CliRun.Result run = new CliRun(home).with(tracker).onTerminal().aidis("rebuild");

    // Then
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("preparing")
        .contains("reading the log: 2,500 of 10,000 activities, 25 %, 3:00 left");
    assertThat(run.out())
        .isEqualTo(
            """
            Rebuilt from 10,000 activities in 90.5 s.
            Rows put right:
              sessions                     3
            """);
    assertThat(tracker.requests())
        .extracting(FakeTracker.Request::method)
        .containsExactly("POST", "GET", "GET");
  }

  @Test
  void onANarrowTerminalItStaysOnItsLine() {
    tracker
        .answers(PATH, 202, status("RUNNING", "reading the log", 2_500, 10_000, "{}"))
        .answers(PATH, 200, status("DONE", "", 10_000, 10_000, "{}"));

    CliRun.Result run =
        new CliRun(home).with(tracker).with("COLUMNS", "30").onTerminal().aidis("rebuild");

    assertThat(run.err()).contains("reading the log: 2,500 of 10,").doesNotContain("10,0");
  }

  @Test
  void aDatabaseThatWasRightIsSaidToBe() {
    tracker.answers(PATH, 202, status("DONE", "", 10, 10, "{\"sessions\":0}"));

    CliRun.Result run = new CliRun(home).with(tracker).aidis("rebuild");

    assertThat(run.out()).endsWith("Every row was as the log has it.\n");
  }

  @Test
  void aFailureSaysThatNothingHasChangedAndWhatToDo() {
    tracker.answers(
        PATH, 202, "{\"state\":\"FAILED\",\"failure\":\"Postgres is away\",\"changed\":{}}");

    CliRun.Result run = new CliRun(home).with(tracker).aidis("rebuild");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "aidis: the rebuild failed, and nothing has changed: Postgres is away."
                + " Run `aidis rebuild` again.\n");
  }

  @Test
  void servicesThatRunApartSaySo() {
    tracker.answers(PATH, 501, "{\"detail\":\"The services of this tracker run apart.\"}");

    CliRun.Result run = new CliRun(home).with(tracker).aidis("rebuild");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("aidis: The services of this tracker run apart.\n");
  }

  private static String status(String state, String phase, long done, long total, String changed) {
    return """
    {"state":"%s","phase":"%s","done":%d,"total":%d,"startedAt":"2026-11-22T11:59:00Z",
     "endedAt":"2026-11-22T12:00:30.5Z","changed":%s}
    """
        .formatted(state, phase, done, total, changed);
  }
}
