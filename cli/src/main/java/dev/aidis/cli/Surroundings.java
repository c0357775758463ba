package dev.aidis.cli;

import dev.aidis.cli.config.ConfigFile;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a command sees of the world around it, so that a test can give it another one.
 *
 * @param terminal whether a person watches {@code out}
 * @param terminalWidth asks the terminal for its columns
 */
public record Surroundings(
    Map<String, String> environment,
    Path userHome,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Clock clock,
    Pause pause,
    IntSupplier terminalWidth) {
  private static final int DEFAULT_WIDTH = 80;

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of this process; text is UTF-8 whatever the locale says. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 has none again where output is redirected
  static Surroundings ofProcess() {
    Console console = System.console();
    Path userHome = userHome(System.getenv(), System.getProperty("user.home"));
    return new Surroundings(
        ConfigFile.of(System.getenv(), userHome).over(System.getenv()),
        userHome,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        console != null && console.isTerminal(),
        Clock.system(ZoneId.systemDefault()),
        Pause.real(),
        () -> TerminalSize.columns(DEFAULT_WIDTH));
  }

  /** {@code $HOME}, as the shell scripts have it; without it, what the system's user list says. */
  static Path userHome(Map<String, String> environment, String ofUserList) {
    String home = environment.getOrDefault("HOME", "").strip();
    return Path.of(home.isEmpty() ? ofUserList : home).toAbsolutePath().normalize();
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** A variable's value; an empty one counts as absent. */
  public @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** What an option says, which goes before what the variable says; null where neither does. */
  public @Nullable String chosen(@Nullable String option, String variable) {
    return option == null ? variable(variable) : option;
  }

  /** The data directory of the local tracker. */
  public Path home() {
    String home = variable("AIDIS_HOME");
    String dataHome = variable("XDG_DATA_HOME");
    try {
      if (home != null) {
        return Path.of(home).toAbsolutePath().normalize();
      }
      // The XDG specification: a path that is not absolute is to be ignored.
      return dataHome != null && Path.of(dataHome).isAbsolute()
          ? Path.of(dataHome, "aidis")
          : userHome.resolve(".local/share/aidis");
    } catch (InvalidPathException e) {
      throw CliException.failure(
          "AIDIS_HOME '" + home + "' is not a path: set it to a directory", e);
    }
  }

  /** The width of a line of output, in characters. */
  public int width() {
    String columns = variable("COLUMNS");
    if (columns != null && columns.matches("[1-9]\\d{1,3}")) {
      return Integer.parseInt(columns);
    }
    return terminal ? terminalWidth.getAsInt() : DEFAULT_WIDTH;
  }

  /** Whether the locale's characters are Unicode; where none is set they are taken to be. */
  public boolean unicode() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(this::variable)
        .filter(Objects::nonNull)
        .findFirst()
        .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
        .orElse(true);
  }

  /** Whether output is seen in colours, unless the user says otherwise: see no-color.org. */
  public boolean color() {
    return terminal && variable("NO_COLOR") == null && !"dumb".equals(variable("TERM"));
  }

  boolean debug() {
    return variable("AIDIS_DEBUG") != null;
  }
}
