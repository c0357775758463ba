package dev.aidis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {
  private static final Path HOME = Path.of("/srv/aidis");

  @Test
  void aidisHomeGoesBeforeTheDataDirectoryOfTheSystem() {
    // Given
    CliRun run = new CliRun(HOME).with("XDG_DATA_HOME", "/data");

    // When
    Path home = run.surroundings().home();

    // Then
    assertThat(home).isEqualTo(HOME);
  }

  @Test
  void theDataDirectoryOfTheSystemHoldsTheDefaultHome() {
    // Given
    CliRun run = new CliRun(HOME).with("AIDIS_HOME", " ").with("XDG_DATA_HOME", "/data");

    // When
    Path home = run.surroundings().home();

    // Then
    assertThat(home).isEqualTo(Path.of("/data/aidis"));
  }

  @Test
  void aDataDirectoryThatIsNotAbsoluteIsIgnored() {
    // Given
    CliRun run = new CliRun(HOME).with("AIDIS_HOME", "").with("XDG_DATA_HOME", "data");

    // When
    Path home = run.surroundings().home();

    // Then
    assertThat(home).isEqualTo(Path.of("/home/ada/.local/share/aidis"));
  }

  @Test
  void theUsersFilesLieBelowHomeWhateverTheUserListSays() {
    assertThat(Surroundings.userHome(Map.of("HOME", "/srv/ada"), "/root"))
        .isEqualTo(Path.of("/srv/ada"));
    assertThat(Surroundings.userHome(Map.of("HOME", " "), "/root")).isEqualTo(Path.of("/root"));
    assertThat(Surroundings.userHome(Map.of(), "/root")).isEqualTo(Path.of("/root"));
  }

  @Test
  void theWidthIsThatOfTheTerminalOr80() {
    // When
    int told = new CliRun(HOME).with("COLUMNS", "132").surroundings().width();
    int nonsense = new CliRun(HOME).with("COLUMNS", "wide").surroundings().width();
    int absent = new CliRun(HOME).surroundings().width();

    // Then
    assertThat(told).isEqualTo(132);
    assertThat(nonsense).isEqualTo(80);
    assertThat(absent).isEqualTo(80);
  }
}
