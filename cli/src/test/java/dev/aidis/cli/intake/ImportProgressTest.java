package dev.aidis.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.TickingClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportProgressTest {
  private static final String CLEAR = "\r\u001b[K";

  private final TickingClock clock = new TickingClock(CliRun.NOW);
  private final CliRun run = new CliRun(Path.of("/srv/aidis")).with(clock).onTerminal();

  @ParameterizedTest
  @CsvSource({
    "en_US.UTF-8, ██████░░░░░░░░░░░░░░░░░░",
    "C, ######..................",
    "de_DE.ISO-8859-1, ######.................."
  })
  void aTerminalSeesABarOfItsCharactersThatRedrawsItself(String locale, String bar) {
    // Given
    ImportProgress progress = progress(run.with("LANG", locale));

    // When
    clock.advance(Duration.ofSeconds(2));
    quarter(progress);

    // Then
    assertThat(run.err())
        .isEqualTo(CLEAR + bar + "  25 %  3/12 files  8,000 activities  0:06 left");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 38, 40, 50, 60, 80, 160})
  void theLineIsNeverAsWideAsTheTerminal(int width) {
    // Given
    ImportProgress progress = progress(run.with("COLUMNS", Integer.toString(width)));

    // When
    clock.advance(Duration.ofSeconds(2));
    quarter(progress);

    // Then
    String line = run.err().substring(CLEAR.length());
    assertThat(line.length()).isLessThan(width);
    assertThat(line).contains("25 %");
    assertThat(line.contains("█")).isEqualTo(width >= 60);
  }

  @Test
  void theBarIsNotRedrawnMoreOftenThanEyesCanFollow() {
    // Given
    ImportProgress progress = progress(run);
    clock.advance(Duration.ofMillis(100));
    quarter(progress);
    String first = run.err();

    // When
    clock.advance(Duration.ofMillis(99));
    quarter(progress);

    // Then
    assertThat(first).isNotEmpty();
    assertThat(run.err()).isEqualTo(first);
  }

  @Test
  void aFileGetsALineEveryFewSeconds() {
    // Given
    CliRun intoFile = new CliRun(Path.of("/srv/aidis")).with(clock);
    ImportProgress progress = progress(intoFile);

    // When
    for (int second = 0; second < 11; second++) {
      clock.advance(Duration.ofSeconds(1));
      quarter(progress);
    }
    clock.advance(Duration.ofSeconds(5));
    progress.waiting(12_345);

    // Then
    assertThat(intoFile.err())
        .isEqualTo(
            """
             25 %  3/12 files  8,000 activities  0:15 left
             25 %  3/12 files  8,000 activities  0:30 left
            waiting until everything is in Postgres: 12,345 records to go
            """);
  }

  @Test
  void nothingDoneOrNothingToDoIsNoDivisionByZero() {
    // Given
    ImportProgress progress = progress(run);

    // When
    clock.advance(Duration.ofSeconds(1));
    progress.sending(0, 10, () -> "0 files", 0);
    clock.advance(Duration.ofSeconds(1));
    progress.sending(0, 0, () -> "0 files", 0);

    // Then
    assertThat(run.err()).contains("░   0 %  0 files  0 activities  ? left", "█ 100 %");
  }

  private static void quarter(ImportProgress progress) {
    progress.sending(25, 100, () -> "3/12 files", 8_000);
  }

  private static ImportProgress progress(CliRun run) {
    return new ImportProgress(run.surroundings(), new ImportOptions());
  }
}
