package dev.aidis.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void bashReadsTheScript(String shell) throws Exception {
    // Given
    Path script = Files.writeString(home.resolve("script"), completion(shell).out());

    // When
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "autoload() { :; }; bashcompinit() { :; }; . " + script + "; complete -p aidis")
            .redirectErrorStream(true)
            .start();
    String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Then
    assertThat(bash.waitFor()).as(printed).isZero();
    assertThat(printed).contains("aidis");
  }

  @Test
  void fishIsToldEachCommandAndOptionWhereItMayStand() {
    assertThat(completion("fish").out())
        .contains(
            "complete -c aidis -n '__aidis_at' -a 'import' -d 'Bring history in",
            "complete -c aidis -n '__aidis_at import' -a 'claude-code'",
            "complete -c aidis -n '__aidis_at import claude-code' -l since -r -d 'Only from then on");
  }

  @Test
  void anotherShellIsRefused() {
    CliRun.Result result = completion("tcsh");
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err()).contains("say bash, zsh or fish");
  }

  private CliRun.Result completion(String shell) {
    return new CliRun(home).aidis("completion", shell);
  }
}
