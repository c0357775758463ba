package dev.aidis.cli.completion;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What fish reads: one line for each command and option, said where it may stand. */
final class FishScript {
  private static final String CONDITION = "__aidis_at";

  private final CommandSpec root;
  private final StringBuilder text = new StringBuilder();

  FishScript(CommandSpec root) {
    this.root = root;
  }

  String text() {
    String name = root.name();
    text.append(
        """
        # Whether the words so far, without options, are these.
        function %s
            set -l words
            for word in (commandline -opc)[2..-1]
                string match -q -- '-*' $word; or set -a words $word
            end
            test "$words" = "$argv"
        end
        complete -c %s -f
        """
            .formatted(CONDITION, name));
    addCommand(root, List.of());
    return text.toString();
  }

  private void addCommand(CommandSpec command, List<String> path) {
    String at = CONDITION + (path.isEmpty() ? "" : " " + String.join(" ", path));
    for (CommandLine sub : command.subcommands().values()) {
      CommandSpec spec = sub.getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        add(at, "-a " + quoted(spec.name()), first(spec.usageMessage().description()));
      }
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        addOption(at, option);
      }
    }
    for (CommandLine sub : command.subcommands().values()) {
      CommandSpec spec = sub.getCommandSpec();
      List<String> below = new java.util.ArrayList<>(path);
      below.add(spec.name());
      addCommand(spec, below);
    }
  }

  private void addOption(String at, OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    boolean takesValue = option.arity().max() > 0;
    add(at, names.toString().strip() + (takesValue ? " -r" : ""), first(option.description()));
  }

  private void add(String at, String what, String description) {
    text.append("complete -c ")
        .append(root.name())
        .append(" -n ")
        .append(quoted(at))
        .append(' ')
        .append(what)
        .append(description.isEmpty() ? "" : " -d " + quoted(description))
        .append('\n');
  }

  private static String first(String[] lines) {
    return lines.length == 0 ? "" : lines[0].replace("%n", " ");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
