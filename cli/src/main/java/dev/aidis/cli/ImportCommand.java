package dev.aidis.cli;

import picocli.CommandLine.Command;

/** {@code aidis import}. */
@Command(name = "import", description = "Bring history in: import git PATH, import export FILE.")
final class ImportCommand implements Runnable {
  @Override
  public void run() {
    throw CliException.usage(
        "say what to import: aidis import git PATH, or aidis import export FILE");
  }
}
