package dev.aidis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.gitimport.SmallRepository;
import dev.aidis.cli.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked, and what is imported, is of the owner and the workspace that are configured. */
final class ConfiguredCallerTest {
  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session",
        "session 47 timeline",
        "session edit current --goal leak",
        "sessions list",
        "sessions stats",
        "sessions compare 47 current",
        "sessions patterns",
        "sessions recent",
        "today",
        "tail",
        "tail -f",
      })
  void aQuestionTellsBothAndNoMachine(String command) {
    // When
    run("Zoë", "side").with("AIDIS_MACHINE", "desk").aidis(command.split(" ", -1));

    // Then
    assertThat(tracker.everyHeader("Aidis-Owner"))
        .isNotEmpty()
        .allMatch(owner -> utf8(owner).equals("Zoë"));
    assertThat(tracker.everyHeader("Aidis-Workspace")).containsOnly("side");
    assertThat(tracker.everyHeader("Aidis-Machine")).containsOnly("");
  }

  @Test
  void anExportIsOfTheConfiguredOwner() {
    run("ada", "side").aidis("export", home.resolve("all.zip").toString());

    assertThat(tracker.everyHeader("Aidis-Owner")).containsOnly("ada");
  }

  @Test
  void aChangeTellsNamesAsTheyAreWrittenWhateverTheirLetters() {
    new CliRun(home)
        .with(tracker)
        .with("AIDIS_OWNER", "Zoë")
        .with("AIDIS_PROJECT", "日記")
        .aidis("session", "start");

    assertThat(utf8(tracker.header("Aidis-Owner"))).isEqualTo("Zoë");
    assertThat(utf8(tracker.header("Aidis-Project"))).isEqualTo("日記");
  }

  @Test
  void whereNothingIsConfiguredAQuestionTellsNeither() {
    new CliRun(home).with(tracker).aidis("session");

    assertThat(tracker.everyHeader("Aidis-Owner")).containsOnly("");
    assertThat(tracker.everyHeader("Aidis-Workspace")).containsOnly("");
  }

  @Test
  void anImportGoesToTheWorkspaceOfItsOptionElseToTheConfiguredOneElseToMain() {
    // Given
    tracker
        .answers("/api/v1/caller", 200, "{\"owner\":\"grace\"}")
        .answers("/api/v1/activities", 202, "{\"accepted\":2,\"rejected\":0,\"results\":[]}")
        .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
    String shop = repository();

    // When
    new CliRun(home).with(tracker).aidis("import", "git", shop);
    run("ada", "side").aidis("import", "git", shop);
    run("ada", "side").aidis("import", "git", shop, "--workspace", "past");

    // Then
    assertThat(activities().map(activity -> activity.text("workspace", "")))
        .containsExactly("main", "main", "side", "side", "past", "past");
  }

  private CliRun run(String owner, String workspace) {
    return new CliRun(home)
        .with(tracker)
        .with("AIDIS_OWNER", owner)
        .with("AIDIS_WORKSPACE", workspace);
  }

  private String repository() {
    Path shop = home.resolve("shop");
    try (SmallRepository repository = new SmallRepository(shop)) {
      repository.setUser("ada@example.org");
      repository.commit("ada@example.org", Instant.parse("2026-01-31T10:00:00Z"), "a", "1");
    }
    return shop.toString();
  }

  private Stream<Json> activities() {
    List<String> posted = tracker.posted();
    return posted.stream()
        .flatMap(body -> Json.read(body).orElseThrow().objects("activities").stream());
  }

  /** The server of these tests reads headers as ISO-8859-1. */
  private static String utf8(String header) {
    return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
