package dev.aidis.cli.gitimport;

import dev.aidis.cli.Surroundings;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Shows on stderr how far an import is: a bar that moves on a terminal, and else a line every few
 * seconds.
 */
final class Progress {
  private static final Duration BETWEEN_BARS = Duration.ofMillis(100);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean terminal;
  private final Clock clock;
  private final Instant start;
  private Instant lastShown;

  Progress(Surroundings surroundings) {
    this.err = surroundings.err();
    this.terminal = surroundings.terminal();
    this.clock = surroundings.clock();
    this.start = clock.instant();
    this.lastShown = start;
  }

  Duration elapsed() {
    return Duration.between(start, clock.instant());
  }

  void reading(Tally.Counts counts, long total) {
    if (isDue()) {
      show(
          terminal
              ? ProgressLine.withBar(counts.commits(), total, counts.sent(), elapsed())
              : ProgressLine.plain(counts.commits(), total, counts.sent(), elapsed()));
    }
  }

  void waiting(long records) {
    if (isDue()) {
      show(String.format("waiting until everything is in Postgres: %,d records to go", records));
    }
  }

  /** Leaves the terminal's line empty for what comes next. */
  void end() {
    if (terminal) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }

  private boolean isDue() {
    Duration sinceShown = Duration.between(lastShown, clock.instant());
    return sinceShown.compareTo(terminal ? BETWEEN_BARS : BETWEEN_LINES) >= 0;
  }

  private void show(String line) {
    lastShown = clock.instant();
    if (terminal) {
      err.print(CLEAR_LINE + line);
      err.flush();
    } else {
      err.println(line);
    }
  }
}
