package dev.aidis.cli;

import picocli.CommandLine.Command;

/** {@code aidis setup}. */
@Command(
    name = "setup",
    description = {
      "Connect an assistant or an editor: claude-code, claude-desktop, cursor, vscode, wakatime.",
      "Each shows what it would change; --write changes it and keeps a copy; --undo takes it out."
    },
    footer = {
      "",
      "Examples:",
      "  aidis setup claude-code --write --status-line",
      "  aidis setup claude-code --commands --write     hooks that lose nothing",
      "  aidis setup vscode",
      "  aidis setup cursor --undo --write",
    })
final class SetupCommand implements Runnable {
  @Override
  public void run() {
    throw CliException.usage(
        "say what to connect: aidis setup claude-code, claude-desktop, cursor, vscode or wakatime");
  }
}
