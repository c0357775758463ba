package dev.aidis.cli.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hooks tell arrives, once it can, and the hook never waits: with the real scripts. */
final class SpoolIT {
  private static final String PATH = "/hooks/claude-code";
  private static final String NOWHERE = "http://127.0.0.1:9";
  private static final Scripts.Result QUIET = new Scripts.Result(0, "");

  @TempDir private Path home;
  private FakeTracker tracker;
  private Scripts scripts;

  @BeforeEach
  void start() {
    tracker = new FakeTracker();
    scripts = new Scripts(home).with("AIDIS_URL", NOWHERE);
  }

  @AfterEach
  void stop() {
    scripts.close();
    tracker.close();
  }

  @Test
  void whatIsToldWhileTheTrackerIsAwayArrivesInItsOrderWhenItIsBack() throws Exception {
    // Given
    for (int i = 0; i < 3; i++) {
      assertThat(scripts.hook(payload(i))).isEqualTo(QUIET);
    }
    assertThat(scripts.deliver().exitCode()).isEqualTo(3);
    assertThat(scripts.waiting()).hasSize(3);
    tracker.answers(PATH, 204, "");
    // When
    Scripts.Result delivered = scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(delivered).isEqualTo(QUIET);
    assertThat(tracker.posted()).containsExactly(payload(0), payload(1), payload(2));
    assertThat(scripts.waiting()).isEmpty();
  }

  @Test
  void aTrackerThatRunsHearsOfItAtOnce() throws Exception {
    // Given
    tracker.answers(PATH, 204, "");
    // When
    scripts.with("AIDIS_URL", tracker.address()).hook(payload(1));
    // Then
    assertThat(tracker.awaitPosted(1)).containsExactly(payload(1));
  }

  @Test
  void theRecordSaysWhenAndWhereAndForWhom() throws Exception {
    // Given
    Files.createDirectories(home.resolve("config/aidis"));
    Files.writeString(home.resolve("config/aidis/config"), "workspace=docs\nproject=\"a\\b\"\n");
    Files.writeString(home.resolve("config/aidis/token"), "s3cret\n");
    scripts.with("AIDIS_WORKSPACE", "spikes").hook(payload(1));
    tracker.answers(PATH, 204, "");
    // When
    scripts.with("AIDIS_URL", tracker.address()).with("AIDIS_WORKSPACE", "other").deliver();
    // Then
    assertThat(tracker.header("Aidis-Workspace")).isEqualTo("spikes");
    assertThat(tracker.header("Aidis-Project")).isEqualTo("\"a\\b\"");
    assertThat(tracker.header("Authorization")).isEqualTo("Bearer s3cret");
    assertThat(tracker.header("Content-Type")).isEqualTo("application/json");
    assertThat(Instant.parse(tracker.header("Aidis-Occurred-At")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(Long.parseLong(tracker.header("Aidis-Age-Ms"))).isBetween(0L, 60_000L);
  }

  @Test
  void aTrackerThatAnswersNothingKeepsNobodyWaiting() throws Exception {
    // Given
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      scripts.with("AIDIS_URL", "http://127.0.0.1:" + silent.getLocalPort());
      // When
      List<Scripts.Result> results = List.of(scripts.hook(payload(1)), scripts.hook(payload(2)));
      // Then
      assertThat(results).containsOnly(QUIET);
      assertThat(scripts.waiting()).hasSize(2);
    }
  }

  @Test
  void manyAtOnceAllArrive() throws Exception {
    // Given
    tracker.answers(PATH, 204, "");
    scripts.with("AIDIS_URL", tracker.address());
    List<String> payloads = IntStream.range(0, 30).mapToObj(SpoolIT::payload).toList();
    // When
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      List<Callable<Scripts.Result>> hooks =
          payloads.stream().<Callable<Scripts.Result>>map(p -> () -> scripts.hook(p)).toList();
      for (var result : threads.invokeAll(hooks)) {
        assertThat(result.get()).isEqualTo(QUIET);
      }
    }
    // Then
    assertThat(scripts.deliver()).isEqualTo(QUIET);
    assertThat(tracker.awaitPosted(30)).containsAll(payloads);
  }

  @Test
  void aBadRecordIsSetAsideWithItsReasonAndHoldsUpNothing() throws Exception {
    // Given
    scripts.hook("no JSON");
    scripts.hook(payload(2));
    tracker.answers(PATH, 400, "{\"detail\":\"The body is not JSON.\"}").answers(PATH, 204, "");
    // When
    Scripts.Result delivered = scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(delivered).isEqualTo(QUIET);
    assertThat(tracker.posted()).containsExactly("no JSON", payload(2));
    Path rejected = scripts.rejected().getFirst();
    assertThat(rejected).content().endsWith("\n\nno JSON");
    assertThat(Path.of(rejected + ".reason")).content().contains("400", "The body is not JSON.");
  }

  @Test
  void whatTheTokenIsNotForStaysWithItsReasonAndHoldsUpNothing() throws Exception {
    // Given
    scripts.with("AIDIS_OWNER", "bob").hook(payload(1));
    scripts.with("AIDIS_OWNER", "ada").hook(payload(2));
    scripts.with("AIDIS_OWNER", "bob").hook(payload(3));
    tracker
        .answers(PATH, 403, "{\"detail\":\"Of \\u001bmachine \u001bdesk.\"}")
        .answers(PATH, 204, "");
    // When
    Scripts.Result delivered = scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(delivered.exitCode()).isEqualTo(1);
    assertThat(delivered.output()).contains("{\"detail\":\"Of \\u001bmachine desk.\"}");
    assertThat(tracker.posted()).containsExactly(payload(1), payload(2));
    assertThat(scripts.rejected()).isEmpty();
    assertThat(new CliRun(home).with("XDG_STATE_HOME", scripts.state()).aidis("spool").out())
        .contains(
            "2 activities wait in", "Not delivered: ", "refuses 2 of what waits", "machine desk.");
    assertThat(scripts.deliver()).isEqualTo(QUIET);
    assertThat(scripts.waiting()).isEmpty();
  }

  @Test
  void whatWasKeptBeforeTheMachineWasNamedComesFromTheMachineOfThatName() throws Exception {
    // Given
    scripts.hook(payload(1));
    Files.createDirectories(home.resolve("config/aidis"));
    Files.writeString(home.resolve("config/aidis/config"), "machine=desk\n");
    tracker.answers(PATH, 204, "");
    // When
    scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(tracker.header("Aidis-Machine")).isEqualTo("desk");
  }

  @Test
  void whatTheTrackerFailsOverIsTriedAgainAndSetAsideAtLast() throws Exception {
    // Given
    scripts.hook(payload(1));
    tracker.answers(PATH, 500, "{\"detail\":\"An error of its own.\"}");
    scripts.with("AIDIS_URL", tracker.address());
    // When
    for (int i = 0; i < 9; i++) {
      assertThat(scripts.deliver().exitCode()).isEqualTo(1);
      assertThat(scripts.waiting()).hasSize(1);
    }
    scripts.deliver();
    // Then
    assertThat(scripts.waiting()).isEmpty();
    assertThat(scripts.rejected()).hasSize(1);
  }

  @Test
  void nothingIsLostWhileTheTokenIsWrongOrSomethingElseAnswers() throws Exception {
    // Given
    scripts.hook(payload(1));
    scripts.with("AIDIS_URL", tracker.address());
    for (int status : new int[] {401, 404, 503, 202}) {
      tracker.answers(PATH, status, "");
    }
    tracker.answers(PATH, 204, "");
    // When / Then
    assertThat(scripts.deliver().output()).contains("refuses the token");
    assertThat(scripts.deliver().output()).contains("does not know " + PATH);
    assertThat(scripts.deliver().exitCode()).isEqualTo(3);
    assertThat(scripts.deliver().exitCode()).isEqualTo(1);
    assertThat(scripts.deliver()).isEqualTo(QUIET);
    assertThat(tracker.posted()).hasSize(5);
    assertThat(scripts.waiting()).isEmpty();
  }

  @Test
  void aClockThatIsWrongDoesNotChangeTheAge() throws Exception {
    // Given
    Path stub = Files.createDirectories(home.resolve("bin")).resolve("date");
    Files.writeString(stub, "#!/bin/sh\necho 1925000000:2031-01-01T00:26:40.N\n");
    Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwx------"));
    tracker.answers(PATH, 204, "");
    // When
    scripts.with("PATH", stub.getParent() + ":" + scripts.path()).hook(payload(1));
    scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(tracker.header("Aidis-Occurred-At")).isEqualTo("2031-01-01T00:26:40Z");
    if (Files.exists(Path.of("/proc/uptime"))) {
      assertThat(Long.parseLong(tracker.header("Aidis-Age-Ms"))).isBetween(0L, 60_000L);
    }
  }

  @Test
  void onlyTheUserCanReadWhatWaits() throws Exception {
    // When
    scripts.hook(payload(1));
    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scripts.directory())))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(scripts.waiting().getFirst())))
        .isEqualTo("rw-------");
  }

  private static String payload(int number) {
    return "{\"session_id\": \"s\", \"hook_event_name\": \"Notification\", \"é\": \"%d\\n\"}"
        .formatted(number);
  }
}
