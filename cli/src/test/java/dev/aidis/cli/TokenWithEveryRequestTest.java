package dev.aidis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.gitimport.SmallRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What asks the tracker several times in one command sends the user's token each time. */
final class TokenWithEveryRequestTest {
  private static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");

  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;
  @TempDir private Path directory;

  @BeforeEach
  void answer() {
    for (int number = 1; number <= 2; number++) {
      tracker
          .answers("/api/v1/sessions/" + number, 200, session(number))
          .answers("/api/v1/sessions/id-" + number, 200, session(number))
          .answers("/api/v1/sessions/id-" + number + "/timeline", 200, "{\"activities\":[]}");
    }
    tracker
        .answers("/api/v1/sessions", 200, "both")
        .answers("/api/v1/caller", 200, "{\"owner\":\"ada\"}")
        .answers("/api/v1/activities", 202, "{\"accepted\":1,\"failed\":0,\"results\":[]}")
        .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void anImport() {
    // Given
    Path shop = repository();

    // When
    CliRun.Result result = aidis("import", "git", shop.toString());

    // Then
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertTokenWithAtLeast(3);
  }

  @Test
  void anEdit() {
    aidis("session", "edit", "1", "--goal", "Be fast");
    assertTokenWithAtLeast(4);
  }

  @Test
  void aSplit() {
    aidis("session", "split", "1", "--at", "2026-11-20T10:30");
    assertTokenWithAtLeast(4);
  }

  @Test
  void aJoin() {
    aidis("session", "join", "1", "2");
    assertTokenWithAtLeast(4);
  }

  @Test
  void aMeasurement() throws IOException {
    // Given
    Path shop = repository();
    aidis("git", "measure", shop.toString(), "--send");
    Files.writeString(shop.resolve("a.txt"), "one\ntwo\n");

    // When
    aidis("git", "measure", shop.toString(), "--send");

    // Then
    assertTokenWithAtLeast(1);
  }

  private void assertTokenWithAtLeast(int requests) {
    assertThat(tracker.posted()).isNotEmpty();
    assertThat(tracker.everyHeader("Authorization"))
        .hasSizeGreaterThanOrEqualTo(requests)
        .containsOnly("Bearer aidis_1");
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home)
        .with(tracker)
        .with("AIDIS_TOKEN", "aidis_1")
        .with("XDG_STATE_HOME", home.resolve("state").toString())
        .aidis(arguments);
  }

  private Path repository() {
    Path shop = directory.resolve("shop");
    try (SmallRepository repository = new SmallRepository(shop)) {
      repository.setUser("ada@example.org");
      repository.commit("ada@example.org", TIME, "a.txt", "one\n");
    }
    return shop;
  }

  private static String session(int number) {
    return """
        {"session":{"number":%d,"id":"id-%d","owner":"ada","workspace":"main","status":"timeout",
         "startedAt":"2026-11-20T1%d:00:00Z","lastActivityAt":"2026-11-20T1%d:45:00Z"}}"""
        .formatted(number, number, number - 1, number - 1);
  }
}
