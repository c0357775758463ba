package dev.aidis.cli.gitimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.TickingClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private static final Tally.Counts QUARTER = new Tally.Counts(3_500, 1, 9_000, 0, 0, 8_000, 0);
  private static final long TOTAL = 14_000;

  private final TickingClock clock = new TickingClock(CliRun.NOW);
  private final CliRun run = new CliRun(Path.of("/srv/aidis")).with(clock);

  @Test
  void aTerminalSeesABarThatRedrawsItself() {
    // Given
    Progress progress = new Progress(run.onTerminal().surroundings());
    clock.advance(Duration.ofSeconds(2));

    // When
    progress.reading(QUARTER, TOTAL);

    // Then
    assertThat(run.err())
        .isEqualTo(
            "\r\u001b[K██████░░░░░░░░░░░░░░░░░░  25 %  3,500/14,000 commits  4,000 activities/s  0:06 left");
  }

  @Test
  void theBarIsNotRedrawnMoreOftenThanEyesCanFollow() {
    // Given
    Progress progress = new Progress(run.onTerminal().surroundings());
    clock.advance(Duration.ofMillis(100));
    progress.reading(QUARTER, TOTAL);
    String first = run.err();

    // When
    clock.advance(Duration.ofMillis(99));
    progress.reading(QUARTER, TOTAL);

    // Then
    assertThat(first).isNotEmpty();
    assertThat(run.err()).isEqualTo(first);
  }

  @Test
  void aFileGetsALineEveryFewSeconds() {
    // Given
    Progress progress = new Progress(run.surroundings());

    // When
    for (int second = 0; second < 11; second++) {
      clock.advance(Duration.ofSeconds(1));
      progress.reading(QUARTER, TOTAL);
    }

    // Then
    assertThat(run.err())
        .isEqualTo(
            """
             25 %  3,500/14,000 commits  1,600 activities/s  0:15 left
             25 %  3,500/14,000 commits  800 activities/s  0:30 left
            """);
  }

  @Test
  void theWaitForPostgresIsShownToo() {
    // Given
    Progress progress = new Progress(run.surroundings());
    clock.advance(Duration.ofSeconds(5));

    // When
    progress.waiting(12_345);

    // Then
    assertThat(run.err())
        .isEqualTo("waiting until everything is in Postgres: 12,345 records to go\n");
  }

  @Test
  void nothingDoneOrNothingToDoIsNoDivisionByZero() {
    assertThat(ProgressLine.plain(0, 10, 0, Duration.ZERO))
        .isEqualTo("  0 %  0/10 commits  0 activities/s  ? left");
    assertThat(ProgressLine.withBar(0, 0, 0, Duration.ZERO)).startsWith("████");
  }
}
