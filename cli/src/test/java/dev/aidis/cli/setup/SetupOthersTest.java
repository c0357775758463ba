package dev.aidis.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupOthersTest {
  @TempDir private Path home;

  @Test
  void anAppStartsTheBridgeAndCommentsInItsSettingsStay() throws IOException {
    // Given
    String mine = "{\n  // mine\n  \"servers\": {\n    \"other\": {}\n  }\n}\n";
    Path file = put("mcp.json", mine);
    // When
    CliRun.Result shown = aidis("setup", "vscode", "--settings", file.toString());
    CliRun.Result written = aidis("setup", "vscode", "--settings", file.toString(), "--write");
    // Then
    assertThat(shown.out()).contains("--write does it", "+     \"aidis\": {");
    assertThat(written.out()).contains("The file as it was");
    assertThat(file)
        .content()
        .startsWith("{\n  // mine\n  \"servers\": {\n    \"other\": {},\n    \"aidis\": {")
        .contains("\"type\": \"stdio\"", "\"mcp\"");
    assertThat(aidis("setup", "vscode", "--settings", file.toString(), "--write").out())
        .contains("has it already");
    aidis("setup", "vscode", "--settings", file.toString(), "--undo", "--write");
    assertThat(file).hasContent(mine);
    assertThat(aidis("setup", "vscode", "--settings", file.toString(), "--undo").out())
        .contains("There is nothing of AIDIS");
  }

  @Test
  void eachAppHasItsOwnFile() {
    CliRun run = new CliRun(home).with("XDG_CONFIG_HOME", "/c").with("APPDATA", "/d");
    assertThat(App.VSCODE.settings(run.surroundings(), "Linux"))
        .isEqualTo(Path.of("/c/Code/User/mcp.json"));
    assertThat(App.CLAUDE_DESKTOP.settings(run.surroundings(), "Mac OS X"))
        .isEqualTo(
            Path.of("/home/ada/Library/Application Support/Claude/claude_desktop_config.json"));
    assertThat(App.CLAUDE_DESKTOP.settings(run.surroundings(), "Windows 11"))
        .isEqualTo(Path.of("/d/Claude/claude_desktop_config.json"));
    assertThat(App.CURSOR.settings(run.surroundings(), "Linux"))
        .isEqualTo(Path.of("/home/ada/.cursor/mcp.json"));
  }

  @Test
  void whereThereAreNoSettingsTheyAreMade() {
    Path file = home.resolve("new/mcp.json");
    aidis("setup", "cursor", "--settings", file.toString(), "--write");
    assertThat(file)
        .hasContent(
            """
            {
              "mcpServers": {
                "aidis": {
                  "command": "aidis",
                  "args": [
                    "mcp"
                  ]
                }
              }
            }
            """);
  }

  @Test
  void wakaTimeTellsThisTrackerUntilItIsUndone() throws IOException {
    // Given
    String mine =
        "[settings]\napi_key = k\napi_url = https://api.wakatime.com/api/v1\n[git]\nx=1\n";
    Path file = put("wakatime.cfg", mine);
    try (FakeTracker tracker = new FakeTracker()) {
      tracker.answers("/compat/wakatime/v1/users/current", 200, "{}");
      CliRun run = new CliRun(home).with(tracker);
      // When
      run.aidis("setup", "wakatime", "--settings", file.toString(), "--write");
      // Then
      assertThat(file)
          .content()
          .startsWith("[settings]\napi_url = " + tracker.address() + "/compat/wakatime/v1\n")
          .contains("# before aidis: api_url = https://api.wakatime.com/api/v1");
    }
    aidis("setup", "wakatime", "--settings", file.toString(), "--undo", "--write");
    assertThat(file).hasContent(mine);
  }

  @Test
  void aTrackerThatDoesNotKnowWakaTimeIsNotPutThere() throws IOException {
    Path file = put("wakatime.cfg", "[settings]\n");
    try (FakeTracker tracker = new FakeTracker()) {
      CliRun.Result result =
          new CliRun(home).with(tracker).aidis("setup", "wakatime", "--settings", file.toString());
      assertThat(result.err()).contains("does not take what WakaTime's plugins tell");
    }
  }

  private Path put(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text);
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).aidis(arguments);
  }
}
