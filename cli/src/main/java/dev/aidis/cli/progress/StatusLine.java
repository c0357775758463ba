package dev.aidis.cli.progress;

import dev.aidis.cli.Surroundings;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** A line on stderr that moves on a terminal, and else is printed anew every few seconds. */
public final class StatusLine {
  private static final Duration BETWEEN_BARS = Duration.ofMillis(100);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean terminal;
  private final Clock clock;
  private final Instant start;
  private final int most;
  private Instant lastShown;

  public StatusLine(Surroundings surroundings) {
    this.err = surroundings.err();
    this.terminal = surroundings.terminal();
    this.clock = surroundings.clock();
    this.start = clock.instant();
    this.most = surroundings.width() - 1;
    this.lastShown = start;
  }

  /** Since the line was made. */
  public Duration elapsed() {
    return Duration.between(start, clock.instant());
  }

  /** Whether a person watches it move. */
  public boolean moves() {
    return terminal;
  }

  /**
   * Shows the line, if the last one has been there long enough. On a terminal it is cut to the
   * width: what breaks into a second line could not be drawn over.
   */
  public void show(Supplier<String> line) {
    Duration sinceShown = Duration.between(lastShown, clock.instant());
    if (sinceShown.compareTo(terminal ? BETWEEN_BARS : BETWEEN_LINES) < 0) {
      return;
    }
    lastShown = clock.instant();
    if (terminal) {
      String text = line.get();
      err.print(CLEAR_LINE + (text.length() <= most ? text : text.substring(0, most)));
      err.flush();
    } else {
      err.println(line.get());
    }
  }

  /** Leaves the terminal's line empty for what comes next. */
  public void end() {
    if (terminal) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
