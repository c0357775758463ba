package dev.aidis.cli.tracker;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aidis down}. */
@Command(name = "down", description = "Stop the tracker; its data stays.")
public final class DownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Surroundings surroundings;

  public DownCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LocalTracker tracker = LocalTracker.of(surroundings);
    Optional<ProcessHandle> process = tracker.running().flatMap(TrackerFile::process);
    if (process.isEmpty()) {
      surroundings.out().println("No tracker runs for " + tracker.home() + ".");
      return 0;
    }
    stop(process.get());
    return 0;
  }

  private void stop(ProcessHandle process) {
    Instant start = surroundings.clock().instant();
    surroundings.out().print("Stopping the tracker (pid " + process.pid() + ")");
    process.destroy();
    while (process.isAlive() && since(start).compareTo(PATIENCE) < 0) {
      if (surroundings.terminal()) {
        surroundings.out().print(".");
      }
      surroundings.out().flush();
      surroundings.pause().take(BETWEEN_LOOKS);
    }
    surroundings.out().println();
    if (process.isAlive()) {
      throw CliException.failure(
          "the tracker (pid %d) has not stopped within %d s: see `aidis logs`, and wait or kill it"
              .formatted(process.pid(), PATIENCE.toSeconds()));
    }
    surroundings
        .out()
        .printf(Locale.ROOT, "Stopped after %.1f s.%n", since(start).toMillis() / 1000.0);
  }

  private Duration since(Instant start) {
    return Duration.between(start, surroundings.clock().instant());
  }
}
