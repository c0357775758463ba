package dev.aidis.cli.setup;

import dev.aidis.cli.Surroundings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all setups have in common: they show what they would change, and change it if told so. */
final class SetupOptions {
  @Option(
      names = "--write",
      description = "Change the file, and keep a copy; again changes nothing.")
  private boolean write;

  @Option(names = "--undo", description = "Take out what this has put there; with --write it does.")
  private boolean undo;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "The file to change; else the user's own.")
  private @Nullable Path settings;

  boolean isUndo() {
    return undo;
  }

  SettingsFile fileOr(Path usual) {
    return new SettingsFile(settings == null ? usual : settings);
  }

  /**
   * Shows or makes a change.
   *
   * @param change of the file's text
   */
  void carryOut(SettingsFile file, UnaryOperator<String> change, Surroundings surroundings) {
    String before = file.read();
    String after = change.apply(before);
    PrintStream out = surroundings.out();
    if (after.equals(before)) {
      out.printf(undo ? "There is nothing of AIDIS in %s.%n" : "%s has it already.%n", file.path());
      return;
    }
    if (!write) {
      out.printf("This would change %s; --write does it:%n%n", file.path());
      Diff.of(before, after).forEach(out::println);
      return;
    }
    Optional<Path> copy = file.write(after, surroundings.clock().instant());
    Diff.of(before, after).forEach(out::println);
    out.printf("%n%s is changed.%n", file.path());
    copy.ifPresent(path -> out.printf("The file as it was: %s%n", path));
  }
}
