package dev.aidis.cli;

import picocli.CommandLine.Command;

/** {@code aidis version}. */
@Command(name = "version", description = "Show the version.")
final class VersionCommand implements Runnable {
  private final Surroundings surroundings;

  VersionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    surroundings.out().println(new Version().getVersion()[0]);
  }
}
