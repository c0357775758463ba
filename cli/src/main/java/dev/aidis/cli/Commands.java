package dev.aidis.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands by name. Only the one that is called is made: reading the annotations of all takes
 * longer than what most of them do.
 */
final class Commands {
  /** Those that tell of the others. */
  private static final Set<String> ABOUT_ALL = Set.of("help", "completion");

  private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

  /** A command, made when it is needed. */
  Commands with(String name, Supplier<Object> command) {
    byName.put(name, command);
    return this;
  }

  /** A command that has others below it. */
  Commands with(String name, Supplier<Object> command, List<Supplier<Object>> below) {
    return with(
        name,
        () -> {
          CommandLine line = new CommandLine(command.get());
          below.forEach(one -> line.addSubcommand(one.get()));
          return line;
        });
  }

  /** All of them, or the one that the first argument names. */
  CommandLine under(Object aidis, String... arguments) {
    CommandLine line = new CommandLine(aidis);
    String first = arguments.length == 0 ? "" : arguments[0];
    Supplier<Object> only = byName.get(first);
    if (only != null && !ABOUT_ALL.contains(first)) {
      return line.addSubcommand(first, only.get());
    }
    byName.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line;
  }
}
