package dev.aidis.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis up}, which the launcher does before it comes here: only for the help. */
@Command(
    name = "up",
    description = "Start the tracker; -d in the background, ready when it returns.")
final class UpCommand implements Runnable {
  @Option(
      names = {"-d", "--detach"},
      description = "In the background.")
  private boolean detach;

  @Override
  public void run() {
    throw CliException.usage(
        "the tracker is started by the launcher at the top of the checkout: ./aidis up"
            + (detach ? " -d" : ""));
  }
}
