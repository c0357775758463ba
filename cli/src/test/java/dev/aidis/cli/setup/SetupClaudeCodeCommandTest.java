package dev.aidis.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupClaudeCodeCommandTest {
  private static final String OTHERS =
      """
      {
        "model": "opus",
        "cleanupPeriodDays": 30,
        "share": 0.10,
        "quiet": true,
        "nothing": null,
        "hooks": {
          "Stop": [
            {
              "hooks": [
                {
                  "type": "command",
                  "command": "say \\"done\\""
                }
              ]
            }
          ],
          "Notification": []
        }
      }
      """;

  @TempDir private Path home;

  @Test
  void withoutWriteItOnlySaysWhatToDo() {
    // When
    CliRun.Result result = aidis("setup", "claude-code");
    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("\"PostToolUse\"")
        .contains("\"url\": \"http://127.0.0.1:7717/hooks/claude-code\"")
        .contains("curl -s -m 2")
        .contains("claude mcp add --transport http --scope user aidis http://127.0.0.1:7717/mcp");
    assertThat(settings()).doesNotExist();
  }

  @Test
  void whereThereAreNoSettingsTheyAreMade() throws IOException {
    // When
    aidis("setup", "claude-code", "--write");
    // Then
    assertThat(Files.readString(settings()))
        .startsWith(
            """
            {
              "hooks": {
                "SessionStart": [
                  {
                    "hooks": [
            """)
        .contains("\"matcher\": \"*\"");
    assertThat(files()).containsExactly("settings.json");
  }

  @Test
  void whatElseIsInTheSettingsStaysAndACopyIsKept() throws IOException {
    // Given
    put(OTHERS);
    // When
    CliRun.Result result = aidis("setup", "claude-code", "--write");
    // Then
    String after = Files.readString(settings());
    assertThat(after)
        .startsWith(OTHERS.substring(0, OTHERS.indexOf("\n    ],")))
        .contains("\"share\": 0.10", "say \\\"done\\\"", "\"Notification\": []");
    Path copy = settings().resolveSibling("settings.json.before-aidis-20261122-120000");
    assertThat(copy).hasContent(OTHERS);
    assertThat(result.out()).contains("The file as it was: " + copy);
  }

  @Test
  void againChangesNothing() throws IOException {
    // Given
    put(OTHERS);
    aidis("setup", "claude-code", "--write");
    String once = Files.readString(settings());
    List<String> files = files();
    // When
    CliRun.Result result = aidis("setup", "claude-code", "--write");
    // Then
    assertThat(result.out()).contains("already");
    assertThat(Files.readString(settings())).isEqualTo(once);
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void undoneItIsAsItWas() throws IOException {
    // Given
    put(OTHERS);
    aidis("setup", "claude-code", "--write", "--status-line");
    assertThat(Files.readString(settings())).contains("\"command\": \"aidis statusline\"");
    // When
    aidis("setup", "claude-code", "--undo", "--write");
    // Then
    assertThat(Files.readString(settings())).isEqualTo(OTHERS);
  }

  @Test
  void hooksOfTheUsersThatAreOnlyCalledAlikeStay() throws IOException {
    // Given
    String settings =
        """
        {
          "hooks": {
            "Stop": [
              {
                "hooks": [
                  { "type": "command", "command": "~/.claude/hooks/claude-code-notify.sh" },
                  { "type": "command", "command": "sh ~/hooks/claude-code" },
                  { "type": "command", "command": "curl https://example.org/hooks/claude-code-log" },
                  { "type": "command", "command": "/opt/plaidis hook" },
                  { "type": "http", "url": "https://example.org/hooks/claude-code/log" }
                ]
              }
            ]
          }
        }
        """;
    put(settings);
    // When
    aidis("setup", "claude-code", "--write");
    aidis("setup", "claude-code", "--undo", "--write");
    // Then
    assertThat(Files.readString(settings())).isEqualTo(settings);
  }

  @Test
  void ourHookIsTakenOutOfAGroupOfTheUsers() throws IOException {
    // Given
    String ours = "{\"type\": \"http\", \"url\": \"http://10.0.0.7:7717/hooks/claude-code\"}";
    String theirs = "{\"type\": \"command\", \"command\": \"say done\"}";
    put("{\"hooks\": {\"Stop\": [{\"hooks\": [%s, %s]}]}}".formatted(ours, theirs));
    // When
    aidis("setup", "claude-code", "--undo", "--write");
    // Then
    assertThat(settings())
        .hasContent("{\"hooks\": {\"Stop\": [{\"hooks\": [%s]}]}}".formatted(theirs));
  }

  @Test
  void commentsInTheHooksStay() throws IOException {
    // Given
    String settings =
        """
        {
          "hooks": {
            // when it is done
            "Stop": [
              // tell me
              {
                "hooks": [ { "type": "command", "command": "say done" } ] // loudly
              }
              // nothing more
            ],
            "Notification": [ /* none */ ] // yet
          }
        }
        """;
    put(settings);
    // When
    aidis("setup", "claude-code", "--write");
    // Then
    assertThat(Files.readString(settings()))
        .contains("// when it is done", "// tell me", "// loudly", "// nothing more")
        .contains("[ /* none */ ], // yet", "\"PostToolUse\"");
    aidis("setup", "claude-code", "--undo", "--write");
    assertThat(Files.readString(settings())).isEqualTo(settings);
  }

  @Test
  void hooksThatAreNothingAreMade() throws IOException {
    // Given
    put("{\"hooks\": null}");
    // When
    aidis("setup", "claude-code", "--write");
    // Then
    assertThat(Files.readString(settings())).contains("\"PostToolUse\"", "\"SessionEnd\"");
  }

  @Test
  void hooksThatAreCommandsTakeThePlaceOfTheOthers() throws IOException {
    // Given
    aidis("setup", "claude-code", "--write");
    // When
    aidis("setup", "claude-code", "--write", "--commands");
    // Then
    assertThat(Files.readString(settings()))
        .contains("\"command\": \"aidis hook 2>/dev/null || true\"")
        .doesNotContain("http://", "curl");
    aidis("setup", "claude-code", "--undo", "--write");
    assertThat(Files.readString(settings())).isEqualToIgnoringWhitespace("{}");
  }

  @Test
  void aStatusLineOfTheUsersStays() throws IOException {
    // Given
    put("{\"statusLine\": {\"type\": \"command\", \"command\": \"mine\"}}");
    // When
    aidis("setup", "claude-code", "--write", "--status-line");
    // Then
    assertThat(Files.readString(settings())).contains("\"mine\"").doesNotContain("statusline");
  }

  @Test
  void anotherAddressTakesThePlaceOfTheOldOne() throws IOException {
    // Given
    aidis("setup", "claude-code", "--write");
    // When
    new CliRun(home)
        .with("CLAUDE_CONFIG_DIR", home.toString())
        .with("AIDIS_PORT", "7800")
        .aidis("setup", "claude-code", "--write");
    // Then
    assertThat(Files.readString(settings()))
        .contains("http://127.0.0.1:7800/hooks/claude-code")
        .doesNotContain("7717");
  }

  @Test
  void settingsThatAreNoJsonAreLeftAlone() throws IOException {
    // Given
    put("{ \"model\": ");
    // When
    CliRun.Result result = aidis("setup", "claude-code", "--write");
    // Then
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("is not a JSON object", "nothing was changed");
    assertThat(settings()).hasContent("{ \"model\": ");
  }

  @Test
  void hooksThatClaudeCodeWouldNotReadAreLeftAlone() throws IOException {
    // Given
    put("{\"hooks\": []}");
    // When
    CliRun.Result result = aidis("setup", "claude-code", "--write");
    // Then
    assertThat(result.err()).contains("'hooks' must be an object");
    assertThat(files()).containsExactly("settings.json");
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with("CLAUDE_CONFIG_DIR", home.toString()).aidis(arguments);
  }

  private Path settings() {
    return home.resolve("settings.json");
  }

  private void put(String text) throws IOException {
    Files.writeString(settings(), text);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
