package dev.aidis.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import dev.aidis.cli.gitimport.SmallRepository;
import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitMeasureCommandTest {
  private static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");
  private static final String ACCEPTED =
      "{\"accepted\":1,\"rejected\":0,\"failed\":0,\"results\":[]}";

  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;
  @TempDir private Path directory;
  private Path shop = Path.of("");

  @BeforeEach
  void init() {
    shop = directory.resolve("shop");
    try (SmallRepository repository = new SmallRepository(shop)) {
      repository.setUser("ada@example.org");
      repository.commit("ada@example.org", TIME, "a.txt", "one\n");
    }
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void withoutSendNothingIsSentOrKept() {
    // When
    CliRun.Result first = measure();
    CliRun.Result second = measure();

    // Then
    assertThat(first.out())
        .isEqualTo(second.out())
        .contains("The first measurement", "Nothing is sent or kept: add --send.");
    assertThat(tracker.requests()).isEmpty();
  }

  @Test
  void whatIsNewIsSentOnce() throws IOException {
    // Given
    tracker.answers("/api/v1/activities", 202, ACCEPTED);
    measure("--send");
    Files.writeString(shop.resolve("a.txt"), "one\ntwo\nthree\n");

    // When
    CliRun.Result result = measure("--send");
    measure("--send");

    // Then
    assertThat(result.out()).contains("to count     +2 -0", "a.txt");
    assertThat(sent()).hasSize(1);
    Json activity = sent().getFirst();
    assertThat(activity.text("type")).isEqualTo("code_measured");
    assertThat(activity.number("linesAdded")).isEqualTo(2);
    assertThat(activity.text("project")).isEqualTo("shop");
  }

  @Test
  void whatTheTrackerDidNotTakeIsSentAgainAsTheSameActivity() throws IOException {
    // Given
    tracker
        .answers("/api/v1/activities", 400, "{\"detail\":\"not now\"}")
        .answers("/api/v1/activities", 202, ACCEPTED);
    measure("--send");
    Files.writeString(shop.resolve("a.txt"), "one\ntwo\n");
    CliRun.Result failed = measure("--send");

    // When
    CliRun.Result again = measure("--send");

    // Then
    assertThat(failed.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(again.out()).contains("to count     +0 -0");
    assertThat(sent()).hasSize(2);
    assertThat(sent().get(1).text("id")).isEqualTo(sent().getFirst().text("id"));
  }

  @Test
  void itIsOfWhomAndWhereTheOptionsElseTheConfigurationSay() throws IOException {
    // Given
    tracker.answers("/api/v1/activities", 202, ACCEPTED);
    measure("--send");

    // When
    Files.writeString(shop.resolve("a.txt"), "one\ntwo\n");
    configured("--send");
    Files.writeString(shop.resolve("a.txt"), "one\ntwo\nthree\n");
    configured("--send", "--workspace", "past", "--project", "cart");

    // Then
    assertThat(sent())
        .extracting(
            activity -> activity.text("owner"),
            activity -> activity.text("workspace"),
            activity -> activity.text("project"))
        .containsExactly(tuple("ada", "side", "till"), tuple("ada", "past", "cart"));
  }

  @Test
  void jsonTellsTheSame() throws IOException {
    // Given
    measure("--send");
    Files.writeString(shop.resolve("a.txt"), "one\ntwo\n");

    // When
    Json json = Json.read(measure("--json").out()).orElseThrow();

    // Then
    assertThat(json.number("linesAdded")).isEqualTo(1);
    assertThat(json.text("first")).isEqualTo("false");
    assertThat(json.object("files").text("a.txt")).isEqualTo("+1 -0");
  }

  private CliRun.Result configured(String... options) {
    return measure(
        run()
            .with("AIDIS_OWNER", "ada")
            .with("AIDIS_WORKSPACE", "side")
            .with("AIDIS_PROJECT", "till"),
        options);
  }

  private CliRun.Result measure(String... options) {
    return measure(run(), options);
  }

  private CliRun run() {
    return new CliRun(home).with(tracker).with("XDG_STATE_HOME", home.resolve("state").toString());
  }

  private CliRun.Result measure(CliRun run, String... options) {
    String[] arguments = new String[3 + options.length];
    arguments[0] = "git";
    arguments[1] = "measure";
    arguments[2] = shop.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return run.aidis(arguments);
  }

  private List<Json> sent() {
    return tracker.posted().stream()
        .flatMap(body -> Json.read(body).orElseThrow().objects("activities").stream())
        .toList();
  }
}
