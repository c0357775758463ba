package dev.aidis.cli.statusline;

import dev.aidis.cli.CliException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aidis statusline}, which the launcher does without a JVM: only for the help. */
@Command(
    name = "statusline",
    description = {
      "Print one line about the session at hand, for Claude Code's status line.",
      "Says nothing when the tracker is away; `aidis setup claude-code --status-line` puts it there."
    })
public final class StatuslineCommand implements Runnable {
  @Option(names = "--ascii", description = "Without characters beyond ASCII.")
  private boolean ascii;

  @Override
  public void run() {
    throw CliException.usage(
        "the launcher at the top of the checkout does this: ./aidis statusline"
            + (ascii ? " --ascii" : ""));
  }
}
