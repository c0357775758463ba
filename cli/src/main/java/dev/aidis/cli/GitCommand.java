package dev.aidis.cli;

import picocli.CommandLine.Command;

/** {@code aidis git}. */
@Command(name = "git", description = "Lines of code of a git repository: git measure.")
final class GitCommand implements Runnable {
  @Override
  public void run() {
    throw CliException.usage("say what to do: aidis git measure [PATH]");
  }
}
