package dev.aidis.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code aidis} alone: shows what there is. */
@Command(
    name = "aidis",
    description = "Tracks the sessions of a developer and an AI assistant working together.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    versionProvider = Version.class,
    footer = {
      "",
      "Settings, by environment variables:",
      "  AIDIS_HOME   where the local tracker keeps its data (~/.local/share/aidis)",
      "  AIDIS_PORT   its HTTP port (7717)",
      "  AIDIS_URL    the address of a tracker elsewhere",
      "  AIDIS_TOKEN  the token for it; or AIDIS_TOKEN_FILE, a file that holds it",
      "  AIDIS_DEBUG  set it to see where an error comes from",
    })
@SuppressWarnings("UnusedVariable") // picocli acts on the options of help and version by itself
final class AidisCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Override
  public void run() {
    CommandSpec aidis = Objects.requireNonNull(spec);
    aidis.commandLine().usage(aidis.commandLine().getOut());
  }
}
