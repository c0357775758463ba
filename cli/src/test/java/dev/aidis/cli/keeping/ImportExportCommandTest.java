package dev.aidis.cli.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportExportCommandTest {
  private static final String IMPORT = "/api/v1/import";

  @TempDir private Path directory;

  @Test
  void activitiesAreSentInTheirOrderAndInBatchesThatTheTrackerTakes() throws IOException {
    // Given
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_001; i++) {
      lines.add("{\"id\":\"%d\"}".formatted(i));
    }
    Path file = export("json", lines);
    try (FakeTracker tracker = tracker(1000)) {
      // When
      CliRun.Result run =
          new CliRun(directory)
              .with(tracker)
              .aidis("import", "export", file.toString(), "--owner", "bob");
      // Then
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("Imported 3,000 activities of ada for bob");
      assertThat(tracker.posted()).hasSize(3);
      assertThat(String.join("", tracker.posted()).replace("]}{\"activities\":[", ","))
          .isEqualTo("{\"activities\":[" + String.join(",", lines) + "]}");
      assertThat(tracker.requests().get(1).target()).isEqualTo("/api/v1/import?owner=bob");
    }
  }

  @Test
  void aBatchThatKafkaDoesNotTakeIsSentAgain() throws IOException {
    // Given
    Path file = export("json", List.of("{\"id\":\"1\"}"));
    try (FakeTracker tracker = new FakeTracker()) {
      tracker
          .answers("/actuator/health", 200, "{}")
          .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}")
          .answers(IMPORT, 503, "{\"detail\":\"Kafka is away.\"}")
          .answers(IMPORT, 202, "{\"accepted\":0,\"failed\":1,\"results\":[]}")
          .answers(IMPORT, 202, answer(1));
      // When
      CliRun.Result run =
          new CliRun(directory).with(tracker).aidis("import", "export", file.toString());
      // Then
      assertThat(run.exitCode()).isZero();
      assertThat(tracker.posted()).hasSize(3).containsOnly("{\"activities\":[{\"id\":\"1\"}]}");
    }
  }

  @Test
  void aRefusedActivityIsToldWithItsReason() throws IOException {
    // Given
    Path file = export("json", List.of("{}"));
    try (FakeTracker tracker = new FakeTracker()) {
      tracker
          .answers("/actuator/health", 200, "{}")
          .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}")
          .answers(
              IMPORT,
              202,
              "{\"accepted\":0,\"failed\":0,\"results\":[{\"status\":\"rejected\",\"error\":\"id is missing\"}]}");
      // When
      CliRun.Result run =
          new CliRun(directory).with(tracker).aidis("import", "export", file.toString());
      // Then
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("1 refused: id is missing");
    }
  }

  @Test
  void aFileThatIsNotWholeIsRefusedBeforeAnythingIsSent() throws IOException {
    // Given
    Path damaged = export("json", List.of("{\"id\":\"1\"}".repeat(500)));
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[60] ^= 1;
    Files.write(damaged, bytes);
    Path csv = export("csv", List.of());
    Path other = Files.writeString(directory.resolve("other.zip"), "no zip");
    try (FakeTracker tracker = tracker(1)) {
      // When / Then
      assertThat(refusal(tracker, damaged)).contains("is damaged: activities.jsonl");
      assertThat(refusal(tracker, csv)).contains("holds CSV", "without --csv");
      assertThat(refusal(tracker, other)).contains("is not a zip that aidis wrote");
      assertThat(refusal(tracker, directory.resolve("none.zip"))).contains("there is no file");
      assertThat(tracker.requests()).isEmpty();
    }
  }

  private String refusal(FakeTracker tracker, Path file) {
    CliRun.Result run =
        new CliRun(directory).with(tracker).aidis("import", "export", file.toString());
    assertThat(run.exitCode()).isNotZero();
    return run.err();
  }

  private static FakeTracker tracker(int accepted) {
    return new FakeTracker()
        .answers("/actuator/health", 200, "{}")
        .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}")
        .answers(IMPORT, 202, answer(accepted));
  }

  private static String answer(int accepted) {
    return "{\"accepted\":%d,\"failed\":0,\"results\":[]}".formatted(accepted);
  }

  private Path export(String rows, List<String> activities) throws IOException {
    Path file = directory.resolve(rows + ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      TablesZip zip = new TablesZip(out);
      zip.begin("activities.jsonl");
      for (String activity : activities) {
        zip.row(activity + "\n");
      }
      zip.end(Map.of("format", "aidis-export", "version", 1, "rows", rows, "owner", "ada"));
    }
    return file;
  }
}
