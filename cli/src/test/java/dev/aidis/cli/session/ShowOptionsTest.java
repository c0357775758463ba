package dev.aidis.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShowOptionsTest {
  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void aTerminalIsAskedForItsWidthAndGetsColours() {
    // Given
    tracker.answers("/api/v1/sessions/current", 200, "");

    // When
    new CliRun(home).with(tracker).onTerminal().aidis("session");
    new CliRun(home).with(tracker).onTerminal().with("NO_COLOR", "1").aidis("session");
    new CliRun(home)
        .with(tracker)
        .onTerminal()
        .with("COLUMNS", "40")
        .aidis("session", "--no-color");

    // Then
    assertThat(tracker.requests())
        .containsExactly(
            get("/api/v1/sessions/current?format=text&tz=Z&width=132&color=true"),
            get("/api/v1/sessions/current?format=text&tz=Z&width=132"),
            get("/api/v1/sessions/current?format=text&tz=Z&width=40"));
  }

  @Test
  void aLocaleWithoutUnicodeGetsAscii() {
    // Given
    tracker.answers("/api/v1/sessions/current", 200, "");

    // When
    new CliRun(home).with(tracker).with("LANG", "C").aidis("session");
    new CliRun(home).with(tracker).with("LANG", "C").with("LC_ALL", "C.UTF-8").aidis("session");
    new CliRun(home).with(tracker).with("LANG", "C").aidis("session", "--no-ascii");
    new CliRun(home).with(tracker).aidis("session", "--ascii");

    // Then
    assertThat(tracker.requests())
        .extracting(request -> request.target().replaceAll(".*format=(\\w+).*", "$1"))
        .containsExactly("ascii", "text", "text", "ascii");
  }

  @Test
  void aTrackerThatDoesNotAnswerIsToldApart() {
    // Given
    tracker.close();

    // When
    CliRun.Result remote = aidis("session");
    CliRun.Result local =
        new CliRun(home)
            .with("AIDIS_PORT", tracker.address().replaceFirst(".*:", ""))
            .aidis("session");

    // Then
    assertThat(remote.exitCode()).isEqualTo(CliException.NOT_RUNNING);
    assertThat(remote.err())
        .isEqualTo(
            "aidis: the tracker does not answer at "
                + tracker.address()
                + ": check that it runs and that AIDIS_URL is its address\n");
    assertThat(local.exitCode()).isEqualTo(CliException.NOT_RUNNING);
    assertThat(local.err())
        .isEqualTo(
            "aidis: the tracker does not answer at "
                + tracker.address()
                + ": start it with `aidis up -d`\n");
  }

  @Test
  void settingsThatAreNoAddressAreNamed() {
    // When
    CliRun.Result url = new CliRun(home).with("AIDIS_URL", "localhost:7717").aidis("session");
    CliRun.Result port = new CliRun(home).with("AIDIS_PORT", "77170").aidis("session");

    // Then
    assertThat(url.err())
        .isEqualTo(
            "aidis: AIDIS_URL 'localhost:7717' is not an address: set it to one such as http://127.0.0.1:7717\n");
    assertThat(port.err())
        .isEqualTo("aidis: AIDIS_PORT is '77170': set it to a port from 1 to 65535\n");
  }

  @Test
  void anErrorOfTheTrackerIsPassedOn() {
    // Given
    tracker.answers("/api/v1/sessions", 503, "not JSON");

    // When
    CliRun.Result result = aidis("sessions", "list");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err()).isEqualTo("aidis: the tracker answered with HTTP status 503\n");
  }

  @Test
  void whatIsWrittenWronglyIsAUsageError() {
    // Given
    tracker.answers("/api/v1/stats", 400, "{\"detail\":\"period 'x' must be day, week …\"}");

    // When
    CliRun.Result format = aidis("session", "--format", "pdf");
    CliRun.Result both = aidis("session", "--json", "--format", "html");
    CliRun.Result zone = aidis("session", "--tz", "Mars");
    CliRun.Result since = aidis("sessions", "list", "--since", "yesterday");
    CliRun.Result refused = aidis("sessions", "stats", "--period", "x");
    CliRun.Result goal = aidis("session", "goal");

    // Then
    assertThat(List.of(format, both, zone, since, refused, goal))
        .extracting(CliRun.Result::exitCode)
        .containsOnly(CliException.USAGE);
    assertThat(both.err()).isEqualTo("aidis: --json and --format html: give one of them\n");
    assertThat(since.err()).startsWith("aidis: --since 'yesterday' is not a date: write");
    assertThat(refused.err()).isEqualTo("aidis: period 'x' must be day, week …\n");
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with(tracker).aidis(arguments);
  }

  private static FakeTracker.Request get(String target) {
    return new FakeTracker.Request("GET", target, "*/*", "");
  }
}
