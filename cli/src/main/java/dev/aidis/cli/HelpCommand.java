package dev.aidis.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aidis help}; picocli's own collides with an option that all commands inherit. */
@Command(name = "help", description = "Show the help of a command.")
final class HelpCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Such as: import git.")
  private List<String> names = List.of();

  @Override
  public void run() {
    CommandLine help = Objects.requireNonNull(spec).commandLine();
    CommandLine command = help.getParent();
    for (String name : names) {
      CommandLine next = command.getSubcommands().get(name);
      if (next == null) {
        throw CliException.usage("there is no command '" + name + "'; see `aidis help`");
      }
      command = next;
    }
    command.usage(help.getOut());
  }
}
