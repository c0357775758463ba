package dev.aidis.cli.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InfoCommandTest {
  private static final ProcessHandle SELF = ProcessHandle.current();

  @TempDir private Path home;

  @Test
  void showsWhereEverythingIs() throws IOException {
    // Given
    TrackerFiles.write(home, SELF, "http://127.0.0.1:7717");

    // When
    CliRun.Result result = new CliRun(home).aidis("info");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                http      http://127.0.0.1:7717
                mcp       http://127.0.0.1:7717/mcp
                postgres  postgresql://postgres@127.0.0.1:7718/aidis
                kafka     127.0.0.1:7719
                home      /srv/aidis
                version   1.2.3
                """,
                ""));
  }

  @Test
  void asJsonItIsOneObject() throws IOException {
    // Given
    TrackerFiles.write(home, SELF, "http://127.0.0.1:7717");

    // When
    CliRun.Result result = new CliRun(home).aidis("info", "--json");

    // Then
    assertThat(result.out())
        .isEqualTo(
            "{\"http\":\"http://127.0.0.1:7717\",\"mcp\":\"http://127.0.0.1:7717/mcp\","
                + "\"postgres\":\"postgresql://postgres@127.0.0.1:7718/aidis\","
                + "\"kafka\":\"127.0.0.1:7719\",\"home\":\"/srv/aidis\",\"version\":\"1.2.3\"}\n");
  }

  @Test
  void withoutATrackerItFails() {
    // When
    CliRun.Result result = new CliRun(home).aidis("info", "--json");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                CliException.NOT_RUNNING,
                "",
                "aidis: no tracker runs for " + home + ": start it with `aidis up -d`\n"));
  }

  @Test
  void aFileThatIsHalfWrittenIsNoTracker() throws IOException {
    // Given
    Files.createDirectories(home.resolve("run"));
    Files.writeString(home.resolve("run/tracker.json"), "{\"pid\" : 4");

    // When
    CliRun.Result result = new CliRun(home).aidis("info");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.NOT_RUNNING);
  }
}
