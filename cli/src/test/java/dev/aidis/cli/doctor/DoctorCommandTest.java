package dev.aidis.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
  private static final String SESSIONS = "/api/v1/sessions";
  private static final String SEEN =
      "{\"sessions\":[{\"lastActivityAt\":\"2026-11-22T12:00:00Z\"}]}";
  private static final String HEALTH =
      "{\"status\":\"%1$s\",\"components\":{\"kafka\":{\"status\":\"UP\"},\"postgres\":{\"status\":\"%1$s\"}}}";

  @TempDir private Path home;
  private FakeTracker tracker;

  @BeforeEach
  void start() throws IOException {
    tracker = new FakeTracker().answers("/api/v1/activities", 200, "{\"accepted\":1}");
    Files.createDirectories(home.resolve("claude"));
    Files.writeString(
        home.resolve("claude/settings.json"), tracker.address() + "/hooks/claude-code");
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void whereAllIsWellItSaysSo() {
    // Given
    tracker.answers("/actuator/health", 200, HEALTH.formatted("UP"));
    tracker.answers(SESSIONS, 200, "{\"sessions\":[]}").answers(SESSIONS, 200, SEEN);
    // When
    CliRun.Result result = run().with(Clock.systemUTC()).aidis("doctor");
    // Then
    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.out())
        .contains("ok    Kafka       is well", "ok    clock", "an activity was sent and seen in")
        .contains("ok    spool       0 waiting", "ok    hooks")
        .doesNotContain("FAIL", "warn", "->");
    assertThat(tracker.posted().getFirst()).contains("\"owner\":\"aidis-doctor\"");
  }

  @Test
  void whatFailsIsNamedWithTheWayOut() {
    // Given
    tracker.answers("/actuator/health", 503, HEALTH.formatted("DOWN"));
    tracker.answers(SESSIONS, 200, SEEN);
    // When: the clock here stands still at another day
    CliRun.Result result = run().aidis("doctor", "--json");
    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.out())
        .contains("{\"part\":\"Postgres\",\"state\":\"failure\",\"told\":\"is DOWN\",\"mend\":")
        .contains("{\"part\":\"clock\",\"state\":\"failure\"", "set the clocks right")
        .contains("no session shows it after 10 s");
  }

  @Test
  void aTokenOfOneOwnerIsNotTriedOut() {
    // Given
    tracker.answers("/actuator/health", 200, HEALTH.formatted("UP"));
    try (FakeTracker strict = new FakeTracker()) {
      strict.answers("/actuator/health", 200, HEALTH.formatted("UP"));
      strict.answers(SESSIONS, 403, "{}").answers("/api/v1/activities", 403, "{}");
      // When
      CliRun.Result result = run().with(strict).with(Clock.systemUTC()).aidis("doctor");
      // Then
      assertThat(result.out())
          .contains("-     round trip  not tried")
          .contains("FAIL  hooks", "tells another tracker");
    }
  }

  @Test
  void withoutATrackerItLooksAtTheMachine() {
    // When
    CliRun.Result result =
        new CliRun(home)
            .with("AIDIS_PORT", "9")
            .with("AIDIS_POSTGRES_PORT", "many")
            .with("XDG_STATE_HOME", home.toString())
            .aidis("doctor");
    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.out())
        .contains("FAIL  tracker     does not answer at http://127.0.0.1:9")
        .contains("-> start it with `aidis up -d`")
        .contains("AIDIS_POSTGRES_PORT is 'many'");
  }

  private CliRun run() {
    return new CliRun(home)
        .with(tracker)
        .with("XDG_STATE_HOME", home.toString())
        .with("CLAUDE_CONFIG_DIR", home.resolve("claude").toString());
  }
}
