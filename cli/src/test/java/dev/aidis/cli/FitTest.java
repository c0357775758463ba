package dev.aidis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FitTest {
  private static final Path HOME = Path.of("/srv/aidis");

  @Test
  void aLineThatFitsIsLeftAsItIs() {
    assertThat(Fit.line("exactly ten", 11)).isEqualTo("exactly ten");
  }

  @Test
  void aSentenceIsBrokenBetweenWords() {
    assertThat(Fit.line("aidis: No session is open. See the list.", 20))
        .isEqualTo("aidis: No session is\n  open. See the\n  list.");
  }

  @Test
  void whatIsSaidInASecondColumnGoesOnBelowItself() {
    assertThat(Fit.line("  up      Start the tracker in the background.", 30))
        .isEqualTo("  up      Start the tracker in\n          the background.");
  }

  @Test
  void aWordThatIsTooLongStaysWholeSoThatItCanBeCopied() {
    assertThat(Fit.line("see http://127.0.0.1:7717/a/long/way and more", 20))
        .isEqualTo("see\n  http://127.0.0.1:7717/a/long/way\n  and more");
    assertThat(Fit.line("http://127.0.0.1:7717/a/long/way", 20))
        .isEqualTo("http://127.0.0.1:7717/a/long/way");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 54, 80})
  void helpFitsAnyTerminal(int width) {
    CliRun run = new CliRun(HOME).onTerminal().with("COLUMNS", Integer.toString(width));

    CliRun.Result help = run.aidis("session", "--help");

    String seen = help.out().replaceAll("\u001b\\[[0-9;]*m", "");
    assertThat(help.exitCode()).isZero();
    assertThat(seen).contains("Usage: aidis session");
    assertThat(seen.lines()).allMatch(line -> line.length() <= width);
  }

  @Test
  void anErrorIsOneLineForOtherPrograms() {
    assertThat(new CliRun(HOME).aidis("nothing-of-the-kind").err().lines()).hasSize(1);
    assertThat(
            new CliRun(HOME)
                .onTerminal()
                .with("COLUMNS", "40")
                .aidis("nothing-of-the-kind")
                .err()
                .lines())
        .allMatch(line -> line.length() <= 40)
        .hasSizeGreaterThan(1);
  }
}
