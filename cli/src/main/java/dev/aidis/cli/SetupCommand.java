package dev.aidis.cli;

import picocli.CommandLine.Command;

/** {@code aidis setup}. */
@Command(name = "setup", description = "Connect an assistant: setup claude-code.")
final class SetupCommand implements Runnable {
  @Override
  public void run() {
    throw CliException.usage("say what to connect: aidis setup claude-code");
  }
}
