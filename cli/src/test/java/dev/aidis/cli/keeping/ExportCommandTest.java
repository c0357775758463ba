package dev.aidis.cli.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final String ID = "01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3";
  private static final String STREAM =
      """
      {"export":{"format":"aidis-export","version":1,"owner":"ada","exportedAt":"2026-11-22T12:00:00Z","tables":{"sessions":["number","tags"],"tasks":["title"],"activities":["id","title","linesAdded"]}}}
      {"sessions":{"number":1,"tags":["a","b"]}}
      {"activities":{"id":"ID","workspace":"main","title":"=HYPERLINK(\\"x\\")","linesAdded":-3}}
      {"activities":{"id":"ID","workspace":"main","title":"=HYPERLINK(\\"x\\")","linesAdded":-3}}
      {"activities":{"id":"ID","workspace":"side","title":"Ünï, \\"q\\""}}
      {"end":{"sessions":1,"activities":3}}"""
          .replace("ID", ID);

  @TempDir private Path directory;

  @Test
  void eachTableIsAFileOfLinesAndARepeatedActivityIsOneLine() throws IOException {
    // Given
    Path file = directory.resolve("mine.zip");
    try (FakeTracker tracker = new FakeTracker().answers("/api/v1/export", 200, STREAM)) {
      // When
      CliRun.Result run = new CliRun(directory).with(tracker).aidis("export", file.toString());
      // Then
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("Exported 2 activities in 1 sessions of ada");
    }
    assertThat(entry(file, "sessions.jsonl")).isEqualTo("{\"number\":1,\"tags\":[\"a\",\"b\"]}\n");
    assertThat(entry(file, "activities.jsonl").lines()).hasSize(2);
    assertThat(entry(file, "tasks.jsonl")).isEmpty();
    assertThat(entry(file, "manifest.json")).contains("\"repeatedLeftOut\":1", "\"rows\":2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void asCsvTextsThatASpreadsheetWouldRunAreMarkedAsText() throws IOException {
    // Given
    Path file = directory.resolve("mine.zip");
    try (FakeTracker tracker = new FakeTracker().answers("/api/v1/export", 200, STREAM)) {
      // When
      new CliRun(directory)
          .with(tracker)
          .aidis("export", "--csv", "--owner", "b&b", file.toString());
      // Then
      assertThat(tracker.requests().getFirst().target()).isEqualTo("/api/v1/export?owner=b%26b");
    }
    assertThat(entry(file, "activities.csv"))
        .isEqualTo(
            "id,title,linesAdded\r\n\"ID\",\"'=HYPERLINK(\"\"x\"\")\",-3\r\n\"ID\",\"Ünï, \"\"q\"\"\",\r\n"
                .replace("ID", ID));
    assertThat(entry(file, "sessions.csv"))
        .isEqualTo("number,tags\r\n1,\"[\"\"a\"\",\"\"b\"\"]\"\r\n");
    assertThat(entry(file, "tasks.csv")).isEqualTo("title\r\n");
  }

  @Test
  void aStreamThatBreaksOffLeavesNoFile() throws IOException {
    // Given
    String half = STREAM.substring(0, STREAM.indexOf("{\"end\""));
    Path file = directory.resolve("mine.zip");
    try (FakeTracker tracker = new FakeTracker().answers("/api/v1/export", 200, half)) {
      // When
      CliRun.Result run = new CliRun(directory).with(tracker).aidis("export", file.toString());
      // Then
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("stopped in the middle");
    }
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aFileIsReplacedOnlyWhenTold() throws IOException {
    // Given
    Path file = Files.writeString(directory.resolve("mine.zip"), "precious");
    try (FakeTracker tracker = new FakeTracker().answers("/api/v1/export", 200, STREAM)) {
      // When
      CliRun.Result run = new CliRun(directory).with(tracker).aidis("export", file.toString());
      // Then
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("exists already", "--force");
      assertThat(tracker.requests()).isEmpty();
      assertThat(file).hasContent("precious");

      // When
      new CliRun(directory).with(tracker).aidis("export", "--force", file.toString());
      // Then
      assertThat(entry(file, "sessions.jsonl")).isNotEmpty();
    }
  }

  static String entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
