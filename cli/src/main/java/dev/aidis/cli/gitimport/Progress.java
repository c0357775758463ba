package dev.aidis.cli.gitimport;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.progress.StatusLine;
import java.time.Duration;

/**
 * Shows on stderr how far an import is: a bar that moves on a terminal, and else a line every few
 * seconds.
 */
final class Progress {
  private final StatusLine line;

  Progress(Surroundings surroundings) {
    this.line = new StatusLine(surroundings);
  }

  Duration elapsed() {
    return line.elapsed();
  }

  void reading(Tally.Counts counts, long total) {
    line.show(
        () ->
            line.moves()
                ? ProgressLine.withBar(counts.commits(), total, counts.sent(), elapsed())
                : ProgressLine.plain(counts.commits(), total, counts.sent(), elapsed()));
  }

  void waiting(long records) {
    line.show(
        () -> String.format("waiting until everything is in Postgres: %,d records to go", records));
  }

  /** Leaves the terminal's line empty for what comes next. */
  void end() {
    line.end();
  }
}
