package dev.aidis.cli.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolCommandTest {
  private static final String RECORD =
      """
      path: /hooks/claude-code
      at: 1782651600
      bytes: 58
      Aidis-Occurred-At: 2026-06-28T13:00:00.123456789Z

      {"hook_event_name": "PostToolUse", "tool_name": "Edit"}""";

  @TempDir private Path state;
  private Path spool;

  @BeforeEach
  void makeSpool() throws IOException {
    spool = state.resolve("aidis/spool");
    Files.createDirectories(spool.resolve("new"));
    Files.createDirectories(spool.resolve("rejected"));
  }

  @Test
  void anEmptySpoolIsOneLine() {
    assertThat(aidis("spool").out()).isEqualTo("0 activities wait in " + spool + "\n");
  }

  @Test
  void itShowsWhatWaitsAndWhatWasRefusedAndWhy() throws IOException {
    // Given
    Files.writeString(spool.resolve("new/1.1.1"), RECORD);
    Files.writeString(spool.resolve("rejected/1.1.2"), "path: /hooks/claude-code\n\nno JSON");
    Files.writeString(spool.resolve("rejected/1.1.2.reason"), "HTTP 400: not \u001bJSON\n");
    Files.writeString(spool.resolve("trouble"), "the tracker is away\n");
    Files.writeString(spool.resolve("dropped"), "..");
    // When
    CliRun.Result result = aidis("spool");
    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("1 activity waits in")
        .contains("  2026-06-28 13:00:00  PostToolUse Edit")
        .contains("1 activity was refused")
        .contains("unreadable", "HTTP 400: not  JSON")
        .contains("Not delivered: the tracker is away")
        .contains("2 activities were lost");
    assertThat(aidis("spool", "--json").out())
        .contains("\"waiting\":[\"1.1.1\"]", "\"rejected\":[\"1.1.2\"]", "\"lost\":\"2\"");
  }

  @Test
  void whatWasRefusedCanBeSentAgainOrForgotten() throws IOException {
    // Given
    Files.writeString(spool.resolve("rejected/1.1.2~9"), RECORD);
    Files.writeString(spool.resolve("rejected/1.1.2~9.reason"), "HTTP 500");
    Files.writeString(spool.resolve("rejected/1.1.3"), RECORD);
    // When
    assertThat(aidis("spool", "retry").out()).isEqualTo("2 activities wait again.\n");
    // Then
    assertThat(spool.resolve("rejected")).isEmptyDirectory();
    assertThat(spool.resolve("new/1.1.2")).exists();
    Files.move(spool.resolve("new/1.1.2"), spool.resolve("rejected/1.1.2"));
    assertThat(aidis("spool", "forget").out()).isEqualTo("1 activity was removed.\n");
    assertThat(spool.resolve("rejected")).isEmptyDirectory();
    assertThat(spool.resolve("new/1.1.3")).exists();
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(state).with("XDG_STATE_HOME", state.toString()).aidis(arguments);
  }
}
