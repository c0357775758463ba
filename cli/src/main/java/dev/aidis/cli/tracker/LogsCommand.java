package dev.aidis.cli.tracker;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis logs}. */
@Command(name = "logs", description = "Show the last lines of the tracker's log.")
public final class LogsCommand implements Callable<Integer> {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Surroundings surroundings;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is logged, until interrupted or read no more.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "50",
      description = "How many lines (default: ${DEFAULT-VALUE}).")
  private int lines = 50;

  public LogsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = LocalTracker.of(surroundings).log();
    if (Files.notExists(file)) {
      throw CliException.failure(
          "there is no log at " + file + " yet: a tracker has not run with this AIDIS_HOME");
    }
    try (LogTail tail = LogTail.open(file, Math.max(0, lines))) {
      PrintStream out = surroundings.out();
      tail.printNew(out);
      // A pipe that nobody reads any more shows when something is written to it.
      while (follow && !Thread.currentThread().isInterrupted() && !out.checkError()) {
        surroundings.pause().take(BETWEEN_LOOKS);
        tail.printNew(out);
      }
      return 0;
    } catch (IOException e) {
      throw CliException.failure("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
