package dev.aidis.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
  @TempDir private Path home;

  @Test
  void whatIsSetIsRememberedAndCanBeTakenBack() throws IOException {
    // When
    CliRun.Result set = aidis("config", "set", "url", " https://tracker.example.org/ ");
    aidis("config", "set", "workspace", "docs and more");
    // Then
    assertThat(set.exitCode()).isZero();
    assertThat(Files.readString(file("config")))
        .isEqualTo("url=https://tracker.example.org\nworkspace=docs and more\n");
    assertThat(aidis("config", "get", "url").out()).isEqualTo("https://tracker.example.org\n");
    assertThat(aidis("config").out()).contains("docs and more", "config", "owner      -");
    aidis("config", "unset", "url");
    assertThat(aidis("config", "get", "url").err()).contains("aidis config set url VALUE");
    assertThat(Files.readString(file("config"))).isEqualTo("workspace=docs and more\n");
  }

  @Test
  void otherLinesOfTheFileStay() throws IOException {
    // Given
    Files.createDirectories(home.resolve("aidis"));
    Files.writeString(file("config"), "# mine\nfuture=1\nowner=ada\n");
    // When
    aidis("config", "set", "owner", "grace");
    // Then
    assertThat(Files.readString(file("config"))).isEqualTo("# mine\nfuture=1\nowner=grace\n");
  }

  @Test
  void aTokenIsReadFromStandardInputAndNeverShown() throws IOException {
    // When
    CliRun run = run();
    new ConfigCommand(run.surroundings(), typing("s3cret\n")).set("token", null);
    // Then
    assertThat(Files.readString(file("token"))).isEqualTo("s3cret\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("token"))))
        .isEqualTo("rw-------");
    assertThat(run.out() + aidis("config", "--json").out() + aidis("config", "get", "token").out())
        .doesNotContain("s3cret")
        .contains("(secret)");
    assertThat(file("config")).doesNotExist();
  }

  @Test
  void theEnvironmentGoesBeforeTheConfiguration() throws IOException {
    // Given
    aidis("config", "set", "url", "http://a:1");
    aidis("config", "set", "owner", "ada");
    Files.writeString(file("token"), "s3cret\n");
    // When
    Map<String, String> merged =
        ConfigFile.of(Map.of("XDG_CONFIG_HOME", home.toString()), Path.of("/none"))
            .over(Map.of("AIDIS_OWNER", "grace", "AIDIS_URL", " "));
    // Then
    assertThat(new HashMap<>(merged))
        .containsEntry("AIDIS_OWNER", "grace")
        .containsEntry("AIDIS_URL", "http://a:1")
        .containsEntry("AIDIS_TOKEN_FILE", file("token").toString())
        .containsEntry(ConfigFile.FROM_CONFIG, "url token");
    assertThat(run().with("AIDIS_OWNER", "grace").aidis("config", "set", "owner", "ada").err())
        .contains("AIDIS_OWNER is set too, and goes before it");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(aidis("config", "set", "url", "tracker").err())
        .isEqualTo(
            "aidis: url 'tracker' is not an address: set it to one such as http://127.0.0.1:7717\n");
    assertThat(aidis("config", "set", "colour", "red").err())
        .contains("there is no key 'colour', but: url, token, owner, machine, workspace, project");
    assertThat(aidis("config", "set", "owner").exitCode()).isEqualTo(CliException.USAGE);
    assertThatThrownBy(() -> Key.OWNER.checked("two\nlines")).hasMessageContaining("one line");
  }

  private Path file(String name) {
    return home.resolve("aidis").resolve(name);
  }

  private CliRun run() {
    return new CliRun(home).with("XDG_CONFIG_HOME", home.toString());
  }

  private CliRun.Result aidis(String... arguments) {
    return run().aidis(arguments);
  }

  private static ByteArrayInputStream typing(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
