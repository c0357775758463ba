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
  void viewsOfTheCurrentSessionNeedNoId() {
    // Given
    for (String view : List.of("timeline", "files", "context")) {
      tracker.answers("/api/v1/sessions/current/" + view, 200, view + "\n");

      // When
      CliRun.Result result = aidis("session", view);

      // Then
      assertThat(result.out()).isEqualTo(view + "\n");
    }
  }

  @Test
  void filesAndContextAreShownByNumber() {
    // Given
    tracker.answers("/api/v1/sessions/47/files", 200, "");
    tracker.answers("/api/v1/sessions/47/context", 200, "");

    // When
    aidis("session", "47", "files", "--limit", "5");
    aidis("session", "47", "context", "--json");

    // Then
    assertThat(tracker.requests())
        .containsExactly(
            get("/api/v1/sessions/47/files?limit=5&format=text&tz=Z&width=80"),
            get("/api/v1/sessions/47/context?format=json&tz=Z"));
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
  void aWordThatIsNotTimelineIsAUsageError() {
    // When
    CliRun.Result result = aidis("session", "47", "timelin");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: a session has no 'timelin': write `aidis session 47` and one of timeline, files, context\n");
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

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with(tracker).aidis(arguments);
  }

  private static FakeTracker.Request get(String target) {
    return new FakeTracker.Request("GET", target, "*/*", "");
  }
}
