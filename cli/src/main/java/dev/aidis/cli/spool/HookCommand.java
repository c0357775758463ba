package dev.aidis.cli.spool;

import dev.aidis.cli.CliException;
import picocli.CommandLine.Command;

/** {@code aidis hook}, which the launcher does without a JVM: only for the help. */
@Command(
    name = "hook",
    description = {
      "Take what a hook of Claude Code tells on standard input: for command hooks.",
      "Keeps it on this machine, delivers it in the background, says nothing, always ends well."
    })
public final class HookCommand implements Runnable {

  @Override
  public void run() {
    throw CliException.usage(
        "this is done by the launcher at the top of the checkout: ./aidis hook");
  }
}
