package dev.aidis.cli.intake;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.progress.StatusLine;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Shows on stderr how far an import is: a bar that moves on a terminal, and else a line every few
 * seconds.
 */
final class ImportProgress {
  private final StatusLine line;
  private final int width;
  private final boolean unicode;

  ImportProgress(Surroundings surroundings, ImportOptions options) {
    this.line = new StatusLine(surroundings);
    this.width = surroundings.width();
    this.unicode = options.unicode(surroundings);
  }

  Duration elapsed() {
    return line.elapsed();
  }

  /**
   * @param done of the total, in whatever unit
   * @param what more there is to say, such as {@code 3/12 files}
   */
  void sending(long done, long total, Supplier<String> what, long activities) {
    line.show(
        () -> {
          String text =
              String.format(
                  Locale.ROOT,
                  "%s  %s  %,d activities  %s left",
                  ProgressBar.percent(done, total),
                  what.get(),
                  activities,
                  left(done, total));
          int room = width - 1 - text.length();
          return line.moves() ? ProgressBar.of(done, total, room, unicode) + text : text;
        });
  }

  void waiting(long records) {
    line.show(
        () ->
            String.format(
                Locale.ROOT,
                "waiting until everything is in Postgres: %,d records to go",
                records));
  }

  /** Leaves the terminal's line empty for what comes next. */
  void end() {
    line.end();
  }

  private String left(long done, long total) {
    if (done <= 0) {
      return "?";
    }
    long seconds = Math.max(0, elapsed().toMillis() * (total - done) / done / 1000);
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
