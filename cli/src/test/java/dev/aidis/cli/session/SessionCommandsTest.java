package dev.aidis.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionCommandsTest {
  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void aListIsPrintedAsTheTrackerDrawsIt() {
    // Given
    tracker.answers("/api/v1/sessions", 200, " #47  📍 aidis\n");

    // When
    CliRun.Result result = aidis("sessions", "list");

    // Then
    assertThat(result).isEqualTo(new CliRun.Result(0, " #47  📍 aidis\n", ""));
    assertThat(tracker.requests())
        .containsExactly(get("/api/v1/sessions?limit=10&width=80", "text/plain"));
  }

  @Test
  void aListCanBeNarrowedDown() {
    // Given
    tracker.answers("/api/v1/sessions", 200, "");

    // When
    aidis("sessions", "list", "--limit", "3", "--project", "a b", "--tag", "x", "--owner", "bob");

    // Then
    assertThat(tracker.requests())
        .containsExactly(
            get("/api/v1/sessions?limit=3&owner=bob&project=a%20b&tag=x&width=80", "text/plain"));
  }

  @Test
  void allOwnersAreAStar() {
    // Given
    tracker.answers("/api/v1/sessions", 200, "{\"sessions\":[]}");

    // When
    CliRun.Result result = aidis("sessions", "list", "--all-owners", "--json");

    // Then
    assertThat(result.out()).isEqualTo("{\"sessions\":[]}\n");
    assertThat(tracker.requests())
        .containsExactly(get("/api/v1/sessions?limit=10&owner=*", "application/json"));
  }

  @Test
  void sessionsAloneLists() {
    // Given
    tracker.answers("/api/v1/sessions", 200, "none\n");

    // When
    CliRun.Result result = aidis("sessions");

    // Then
    assertThat(result.out()).isEqualTo("none\n");
  }

  @Test
  void sessionAloneShowsTheCurrentOne() {
    // Given
    tracker.answers("/api/v1/sessions/current", 200, "report");

    // When
    CliRun.Result result = aidis("session");

    // Then
    assertThat(result).isEqualTo(new CliRun.Result(0, "report\n", ""));
  }

  @Test
  void aSessionAndItsTimelineAreShownByNumber() {
    // Given
    tracker.answers("/api/v1/sessions/47", 200, "report\n");
    tracker.answers("/api/v1/sessions/47/timeline", 200, "timeline\n");

    // When
    CliRun.Result session = aidis("session", "47");
    CliRun.Result timeline = aidis("session", "47", "timeline");

    // Then
    assertThat(session.out()).isEqualTo("report\n");
    assertThat(timeline.out()).isEqualTo("timeline\n");
  }

  @Test
  void theTimelineOfTheCurrentSessionNeedsNoId() {
    // Given
    tracker.answers("/api/v1/sessions/current/timeline", 200, "timeline\n");

    // When
    CliRun.Result result = aidis("session", "timeline");

    // Then
    assertThat(result.out()).isEqualTo("timeline\n");
  }

  @Test
  void anUnknownSessionIsAnErrorThatSaysWhereToLook() {
    // Given
    tracker.answers("/api/v1/sessions/9", 404, "{\"detail\":\"There is no session 9.\"}");

    // When
    CliRun.Result result = aidis("session", "9");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                CliException.FAILURE,
                "",
                "aidis: There is no session 9. See `aidis sessions list`.\n"));
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
  void aWordThatIsNotTimelineIsAUsageError() {
    // When
    CliRun.Result result = aidis("session", "47", "timelin");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err())
        .isEqualTo("aidis: a session has no 'timelin': write `aidis session 47 timeline`\n");
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

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with(tracker).aidis(arguments);
  }

  private static FakeTracker.Request get(String target, String accept) {
    return new FakeTracker.Request("GET", target, accept, "");
  }
}
