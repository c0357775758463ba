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

final class SessionsCommandsTest {
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
  void reportsAreAskedForInAnyFormat() {
    // Given
    for (String path : List.of("stats", "compare", "patterns", "accomplishments", "today")) {
      tracker.answers("/api/v1/" + path, 200, path + "\n");
    }

    // When
    aidis("sessions", "stats", "--period=month", "--format", "html");
    aidis("sessions", "stats", "--since", "7d", "--by", "tag", "--json");
    aidis("sessions", "compare", "47", "current", "--format", "md");
    aidis("sessions", "patterns", "--project", "aidis", "--json");
    aidis("sessions", "recent", "--limit", "3", "--tag", "x", "--json");
    CliRun.Result today = aidis("today", "--json");

    // Then
    assertThat(today.out()).isEqualTo("today\n");
    assertThat(tracker.requests())
        .containsExactly(
            get("/api/v1/stats?period=month&format=html&tz=Z"),
            get("/api/v1/stats?by=tag&since=2026-11-15T12%3A00%3A00Z&format=json&tz=Z"),
            get("/api/v1/compare?a=47&b=current&format=markdown&tz=Z"),
            get("/api/v1/patterns?project=aidis&format=json&tz=Z"),
            get("/api/v1/accomplishments?limit=3&tag=x&format=json&tz=Z"),
            get("/api/v1/today?format=json&tz=Z"));
  }

  @Test
  void theLastSessionsHaveNoPeriod() {
    // When
    CliRun.Result result = aidis("sessions", "recent", "--since", "7d");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err()).contains("--since");
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with(tracker).aidis(arguments);
  }

  private static FakeTracker.Request get(String target) {
    return new FakeTracker.Request("GET", target, "*/*", "");
  }
}
