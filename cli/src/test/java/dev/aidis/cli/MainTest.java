package dev.aidis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {
  @TempDir private Path home;

  @Test
  void aloneItShowsAllCommands() {
    // When
    CliRun.Result result = new CliRun(home).aidis();

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("up ", "down ", "status ", "info ", "logs ", "import ", "sessions ", "session ")
        .contains("version ", "help ", "AIDIS_HOME", "AIDIS_PORT", "AIDIS_URL");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void helpShowsTheOptionsOfACommandBelowAnother() {
    // When
    CliRun.Result result = new CliRun(home).aidis("help", "import", "git");

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith("Usage: aidis import git")
        .contains("--since", "--author", "--all-authors", "--project", "--workspace");
  }

  @Test
  void helpOfAnUnknownCommandIsAUsageError() {
    // When
    CliRun.Result result = new CliRun(home).aidis("help", "nothing");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err()).isEqualTo("aidis: there is no command 'nothing'; see `aidis help`\n");
  }

  @Test
  void aMistypedCommandIsToldTheOneThatWasMeant() {
    // When
    CliRun.Result result = new CliRun(home).aidis("sesions");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err())
        .isEqualTo("aidis: there is no 'sesions': did you mean 'sessions'?; see `aidis --help`\n");
  }

  @Test
  void aMistypedOptionIsToldTheOneThatWasMeant() {
    // When
    CliRun.Result result = new CliRun(home).aidis("import", "git", ".", "--sinc", "90d");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: there is no '--sinc': did you mean '--since'?; see `aidis import git"
                + " --help`\n");
  }

  @ParameterizedTest
  @CsvSource({
    "lgos, ': did you mean ''logs''?'",
    "statsu, ': did you mean ''status''?'",
    "foo, ''",
    "x, ''",
    "--hlep=1, ': did you mean ''--help''?'"
  })
  void onlyWhatIsNearIsSuggested(String word, String suggestion) {
    // When
    CliRun.Result result = new CliRun(home).aidis(word);

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err())
        .isEqualTo("aidis: there is no '" + word + "'" + suggestion + "; see `aidis --help`\n");
  }

  @Test
  void optionsThatExcludeEachOtherAreAUsageError() {
    // When
    CliRun.Result result =
        new CliRun(home).aidis("sessions", "list", "--owner", "ada", "--all-owners");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: --owner=NAME, --all-owners are mutually exclusive (specify only one); see"
                + " `aidis sessions list --help`\n");
  }

  @Test
  void importWithoutASourceSaysWhichThereIs() {
    // When
    CliRun.Result result = new CliRun(home).aidis("import");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: say what to import: aidis import git PATH, claude-code [PATH], wakatime FILE or"
                + " export FILE\n");
  }

  @Test
  void upBelongsToTheLauncher() {
    // When
    CliRun.Result result = new CliRun(home).aidis("up", "-d");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: the tracker is started by the launcher at the top of the checkout: ./aidis up"
                + " -d\n");
  }

  @Test
  void versionIsOneLine() {
    // When
    CliRun.Result command = new CliRun(home).aidis("version");
    CliRun.Result option = new CliRun(home).aidis("--version");

    // Then
    assertThat(command.out()).startsWith("aidis ").hasLineCount(1).isEqualTo(option.out());
  }

  @Test
  void whereAnErrorComesFromIsShownOnlyWhenDebugging() {
    // When
    CliRun.Result quiet = new CliRun(home).aidis("info");
    CliRun.Result debugging = new CliRun(home).with("AIDIS_DEBUG", "1").aidis("info");

    // Then
    assertThat(quiet.err()).hasLineCount(1);
    assertThat(debugging.err()).startsWith(quiet.err()).contains("\tat dev.aidis.cli");
  }

  @Test
  void noColourIsUsedWhereNobodyWatchesOrWantsIt() {
    // When
    CliRun.Result redirected = new CliRun(home).aidis("help");
    CliRun.Result unwanted = new CliRun(home).onTerminal().with("NO_COLOR", "1").aidis("help");
    CliRun.Result watched = new CliRun(home).onTerminal().aidis("help");

    // Then
    assertThat(redirected.out()).doesNotContain("\u001b");
    assertThat(unwanted.out()).doesNotContain("\u001b");
    assertThat(watched.out()).contains("\u001b");
  }
}
