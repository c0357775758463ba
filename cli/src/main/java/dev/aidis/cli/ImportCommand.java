package dev.aidis.cli;

import picocli.CommandLine.Command;

/** {@code aidis import}. */
@Command(
    name = "import",
    description =
        "Bring history in: import git PATH, claude-code [PATH], wakatime FILE, export FILE.")
final class ImportCommand implements Runnable {
  @Override
  public void run() {
    throw CliException.usage(
        "say what to import: aidis import git PATH, claude-code [PATH], wakatime FILE or export FILE");
  }
}
