package dev.aidis.cli.wakatime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportWakatimeCommandTest {
  private static final String FILE_BEAT =
      """
      {"id":"5f8a2c7f-8b3a-4c2c-9b3f-1d2c4f5b6a7c","entity":"/home/ada/shop/Cart.java","type":"file",
       "category":"coding","time":1763629200.256,"project":"shop","branch":"main","language":"Java",
       "dependencies":["java.util"],"machine_name_id":"m-1","user_agent_id":"u","is_write":true,
       "lines":10,"lineno":3,"cursorpos":7,"created_at":"2025-11-20T09:00:01Z"}""";
  private static final String DOMAIN_BEAT =
      """
      {"entity":"github.com","type":"domain","category":"ai coding","time":1763629300}""";

  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path directory;

  @BeforeEach
  void answer() {
    tracker
        .answers("/api/v1/caller", 200, "{\"owner\":\"ada\"}")
        .answers("/api/v1/activities", 202, "{\"accepted\":2,\"rejected\":0,\"results\":[]}")
        .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void heartbeatsBecomeActivities() throws IOException {
    // When
    CliRun.Result result =
        run(dump(FILE_BEAT + "," + DOMAIN_BEAT + "," + FILE_BEAT), "--machine", "m-1=laptop");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                Imported 2 heartbeats of 1 days in 1 projects
                  activities  2 accepted, 0 rejected; 1 told twice count once
                  time        0.0 s, 2,000 activities/s
                See the sessions with: aidis sessions list
                """,
                ""));
    Json file = activities().getFirst();
    assertThat(file.text("type")).isEqualTo("heartbeat");
    assertThat(file.text("occurredAt")).isEqualTo("2025-11-20T09:00:00.256Z");
    assertThat(file.text("filePath")).isEqualTo("/home/ada/shop/Cart.java");
    assertThat(file.text("project")).isEqualTo("shop");
    assertThat(file.text("branch")).isEqualTo("main");
    assertThat(file.text("machine")).isEqualTo("laptop");
    assertThat(file.object("attributes").text("language")).isEqualTo("Java");
    Json domain = activities().get(1);
    assertThat(domain.names()).doesNotContain("filePath", "machine", "project");
    assertThat(domain.text("aiInvolved")).isEqualTo("true");
  }

  @Test
  void importingAgainSendsTheSameIds() throws IOException {
    // Given
    Path dump = dump(FILE_BEAT + "," + DOMAIN_BEAT);

    // When
    run(dump);
    run(dump);

    // Then
    List<String> ids = activities().stream().map(activity -> activity.text("id", "")).toList();
    assertThat(ids.subList(0, 2)).doesNotHaveDuplicates().isEqualTo(ids.subList(2, 4));
  }

  @Test
  void whatCannotBeReadIsNamedWithItsLineAndSkipped() throws IOException {
    // Given
    Path dump = dump("7,\n{\"entity\":\"a\"},\n" + DOMAIN_BEAT);

    // When
    CliRun.Result result = run(dump);

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .isEqualTo(
            """
            aidis: skipped 2 that could not be read:
              %1$s:3: a heartbeat must be an object
              %1$s:4: a heartbeat without a time from 1970 to 2200
            """
                .formatted(dump));
    assertThat(activities()).hasSize(1);
  }

  @Test
  void aFileThatBreaksOffIsImportedUpToThere() throws IOException {
    // Given
    Path dump =
        Files.writeString(directory.resolve("d.json"), opened(DOMAIN_BEAT + ",\n{\"entity"));

    // When
    CliRun.Result result = run(dump);

    // Then
    assertThat(result.err()).contains("d.json:4: broken off or not JSON");
    assertThat(activities()).hasSize(1);
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    // Given
    Path other = Files.writeString(directory.resolve("o.json"), "{\"user\":{\"days\":[]}}");

    // When
    CliRun.Result result = run(other);

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err()).contains("it is not what WakaTime exports as heartbeats");
  }

  private static String opened(String heartbeats) {
    return "{\"user\":{\"id\":\"u\"},\"range\":{\"start\":1},\n"
        + "\"days\":[{\"date\":\"2025-11-20\",\"heartbeats\":[\n"
        + heartbeats;
  }

  private Path dump(String heartbeats) throws IOException {
    return Files.writeString(directory.resolve("dump.json"), opened(heartbeats) + "]}]}");
  }

  private CliRun.Result run(Path file, String... options) {
    String[] arguments = new String[3 + options.length];
    arguments[0] = "import";
    arguments[1] = "wakatime";
    arguments[2] = file.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return new CliRun(directory).with(tracker).aidis(arguments);
  }

  private List<Json> activities() {
    return tracker.posted().stream()
        .flatMap(body -> Json.read(body).orElseThrow().objects("activities").stream())
        .toList();
  }
}
