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
        .containsExactly(get("/api/v1/sessions?limit=10&format=text&tz=Z&width=80"));
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
            get(
                "/api/v1/sessions?limit=3&owner=bob&project=a%20b&tag=x&format=text&tz=Z&width=80"));
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
        .containsExactly(get("/api/v1/sessions?limit=10&owner=*&format=json&tz=Z"));
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

  @Test
  void everyFilterIsPassedOn() {
    // Given
    tracker.answers("/api/v1/sessions", 200, "");

    // When
    aidis(
        "sessions",
        "list",
        "--model",
        "m",
        "--machine",
        "laptop",
        "--workspace",
        "side",
        "--status",
        "ended",
        "--text",
        "a b",
        "--since",
        "2026-01-31",
        "--until",
        "2026-02-28",
        "--tz",
        "Europe/Berlin");

    // Then
    assertThat(tracker.requests())
        .containsExactly(
            get(
                "/api/v1/sessions?limit=10&status=ended&text=a%20b&model=m&machine=laptop"
                    + "&workspace=side&since=2026-01-30T23%3A00%3A00Z"
                    + "&until=2026-02-28T23%3A00%3A00Z&format=text&tz=Europe%2FBerlin&width=80"));
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
  void changesArePosted() {
    // Given
    for (String path :
        List.of("start", "end", "project", "goal", "tag", "note", "pause", "resume")) {
      tracker.answers("/api/v1/session/" + path, 200, "done\n");
    }

    // When
    aidis("session", "start", "--project", "aidis", "--goal", "Ship \"it\"", "--tag", "a");
    aidis("session", "goal", "Ship", "it", "today");
    aidis("session", "project", "other");
    aidis("session", "tag", "bug-fix", "refactor");
    aidis("session", "note", "ünïcode");
    aidis("session", "pause");
    aidis("session", "resume");
    CliRun.Result end = aidis("session", "end", "--notes", "done");

    // Then
    assertThat(end).isEqualTo(new CliRun.Result(0, "done\n", ""));
    assertThat(tracker.requests())
        .extracting(FakeTracker.Request::body)
        .containsExactly(
            "{\"project\":\"aidis\",\"goal\":\"Ship \\\"it\\\"\",\"tags\":[\"a\"]}",
            "{\"goal\":\"Ship it today\"}",
            "{\"project\":\"other\"}",
            "{\"tags\":[\"bug-fix\",\"refactor\"]}",
            "{\"note\":\"ünïcode\"}",
            "{}",
            "{}",
            "{\"notes\":\"done\"}");
  }

  @Test
  void whatIsWrittenWronglyIsAUsageError() {
    // Given
    tracker.answers(
        "/api/v1/sessions", 400, "{\"detail\":\"status 'x' must be active, paused …\"}");

    // When
    CliRun.Result format = aidis("session", "--format", "pdf");
    CliRun.Result both = aidis("session", "--json", "--format", "html");
    CliRun.Result zone = aidis("session", "--tz", "Mars");
    CliRun.Result since = aidis("sessions", "list", "--since", "yesterday");
    CliRun.Result refused = aidis("sessions", "list", "--status", "x");
    CliRun.Result goal = aidis("session", "goal");

    // Then
    assertThat(List.of(format, both, zone, since, refused, goal))
        .extracting(CliRun.Result::exitCode)
        .containsOnly(CliException.USAGE);
    assertThat(both.err()).isEqualTo("aidis: --json and --format html: give one of them\n");
    assertThat(since.err()).startsWith("aidis: --since 'yesterday' is not a date: write");
    assertThat(refused.err()).isEqualTo("aidis: status 'x' must be active, paused …\n");
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with(tracker).aidis(arguments);
  }

  private static FakeTracker.Request get(String target) {
    return new FakeTracker.Request("GET", target, "*/*", "");
  }
}
