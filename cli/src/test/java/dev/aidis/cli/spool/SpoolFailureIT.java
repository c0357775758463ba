package dev.aidis.cli.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.FakeTracker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spool when the machine fails it: killed processes, no room. */
final class SpoolFailureIT {
  private static final String PATH = "/hooks/claude-code";
  private static final String PADDING = "x".repeat(200_000);

  @TempDir private Path home;
  private FakeTracker tracker;
  private Scripts scripts;

  @BeforeEach
  void start() {
    tracker = new FakeTracker().answers(PATH, 204, "");
    scripts = new Scripts(home).with("AIDIS_URL", "http://127.0.0.1:9");
  }

  @AfterEach
  void stop() {
    scripts.close();
    tracker.close();
  }

  @Test
  void whateverHookIsKilledWhatArrivesIsWholeAndWhatWasTakenArrives() throws Exception {
    // Given
    long seed = Long.getLong("aidis.spool.seed", 20261128L);
    Random random = new Random(seed);
    List<String> taken = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      String payload = "{\"n\": %d, \"padding\": \"%s\"}".formatted(i, PADDING);
      told.add(payload);
      Process hook = scripts.startHook(payload);
      if (hook.waitFor(random.nextInt(30_000), TimeUnit.MICROSECONDS)) {
        taken.add(payload);
      } else {
        hook.destroyForcibly().waitFor();
      }
    }
    // When
    Scripts.Result delivered = scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(delivered.exitCode()).as("seed %d: %s", seed, delivered.output()).isZero();
    assertThat(tracker.posted()).as("seed %d", seed).containsAll(taken).isSubsetOf(told);
    assertThat(scripts.waiting()).isEmpty();
    assertThat(scripts.directory().resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void aRecordThatWasWrittenButNotYetMovedArrives() throws Exception {
    // Given
    scripts.hook("{\"n\": 1}");
    Path record = scripts.waiting().getFirst();
    String name = record.getFileName().toString().replaceFirst("\\d+$", "4194305");
    Files.move(record, scripts.directory().resolve("tmp").resolve(name));
    Path cutOff = scripts.directory().resolve("tmp/1.2.4194306");
    Files.writeString(cutOff, "path: /hooks/claude-code\nbytes: 100\n\n{\"n\": ");
    // When
    scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(tracker.posted()).containsExactly("{\"n\": 1}");
    assertThat(scripts.rejected())
        .extracting(Path::getFileName)
        .containsExactly(cutOff.getFileName());
  }

  @Test
  void whatADeliveryThatWasKilledHadSentIsSentAgain() throws Exception {
    // Given
    scripts.hook("{\"n\": 1}");
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      scripts.with("AIDIS_URL", "http://127.0.0.1:" + silent.getLocalPort());
      Process delivery = scripts.startDelivering();
      try (Socket curl = silent.accept()) {
        assertThat(curl.getInputStream().read()).isEqualTo('P');
        delivery.descendants().forEach(ProcessHandle::destroyForcibly);
        delivery.destroyForcibly().waitFor();
      }
    }
    // When
    Scripts.Result delivered = scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(delivered.exitCode()).isZero();
    assertThat(tracker.posted()).containsExactly("{\"n\": 1}");
  }

  @Test
  void whereThereIsNoRoomTheTrackerHearsOfItFromMemory() throws Exception {
    // Given
    Files.writeString(home.resolve("state"), "a file where the directory should be");
    // When
    Scripts.Result told = scripts.with("AIDIS_URL", tracker.address()).hook("{\"n\": 1}");
    // Then
    assertThat(told).isEqualTo(new Scripts.Result(0, ""));
    assertThat(tracker.awaitPosted(1)).containsExactly("{\"n\": 1}");
  }

  @Test
  void aSpoolThatHasReachedItsSizeKeepsWhatItHasAndIsDeliveredWithTheNextHook() throws Exception {
    // Given
    scripts.hook("{\"n\": 1}");
    scripts.awaitBackground().with("AIDIS_SPOOL_MAX_MB", "0").deliver();
    assertThat(scripts.directory().resolve("full")).exists();
    // When
    scripts
        .with("AIDIS_SPOOL_MAX_MB", "256")
        .with("AIDIS_URL", tracker.address())
        .hook("{\"n\": 2}");
    // Then
    assertThat(tracker.awaitPosted(2)).containsExactlyInAnyOrder("{\"n\": 1}", "{\"n\": 2}");
    scripts.awaitBackground();
    assertThat(scripts.waiting()).isEmpty();
    assertThat(scripts.directory().resolve("full")).doesNotExist();
  }

  @Test
  void whatCannotBeReadIsNamedAndHoldsUpNothing() throws Exception {
    // Given
    scripts.hook("{\"n\": 1}");
    scripts.awaitBackground().hook("{\"n\": 2}");
    Path unreadable = scripts.awaitBackground().waiting().getFirst();
    Files.setPosixFilePermissions(unreadable, Set.of());
    scripts.boundByPermissions().with("AIDIS_URL", tracker.address());
    // When
    Scripts.Result delivered = scripts.deliver();
    // Then
    assertThat(delivered)
        .isEqualTo(
            new Scripts.Result(
                1,
                "aidis: %s cannot be read: make it this user's (chown), or remove it"
                    .formatted(unreadable)));
    assertThat(tracker.posted()).containsExactly("{\"n\": 2}");
    assertThat(scripts.waiting()).containsExactly(unreadable);
    scripts.hook("{\"n\": 3}");
    assertThat(scripts.awaitBackground().waiting()).containsExactly(unreadable);
  }

  @Test
  void whatTheBridgeIsStillWritingIsLeftToIt() throws Exception {
    // Given
    assertThat(new Spool(scripts.directory()).keep(PATH, Map.of(), "{\"n\": 1}")).isTrue();
    Path kept = scripts.waiting().getFirst();
    Path unfinished = scripts.directory().resolve("tmp").resolve(kept.getFileName());
    Files.move(kept, unfinished);
    Files.writeString(unfinished, "path: /hooks/claude-code\nbytes: 100\n\n{\"n\": ");
    // When
    scripts.with("AIDIS_URL", tracker.address()).deliver();
    // Then
    assertThat(unfinished).exists();
    assertThat(scripts.rejected()).isEmpty();
  }
}
