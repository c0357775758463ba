package dev.aidis.cli;

import dev.aidis.cli.gitimport.ImportGitCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The {@code aidis} command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  /** The exit code. */
  static int run(Surroundings surroundings, String... arguments) {
    CommandLine aidis = commands(surroundings);
    aidis.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    aidis.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    aidis.setParameterExceptionHandler((e, args) -> usageError(e, surroundings));
    aidis.setExecutionExceptionHandler((e, command, parsed) -> failure(e, surroundings));
    return aidis.execute(arguments);
  }

  private static CommandLine commands(Surroundings surroundings) {
    CommandLine importing =
        new CommandLine(new ImportCommand()).addSubcommand(new ImportGitCommand(surroundings));
    return new CommandLine(new AidisCommand()).addSubcommand(importing);
  }

  private static int usageError(ParameterException e, Surroundings surroundings) {
    surroundings.err().println("aidis: " + e.getMessage());
    return CliException.USAGE;
  }

  private static int failure(Exception e, Surroundings surroundings) {
    surroundings.err().println("aidis: " + e.getMessage());
    if (surroundings.debug()) {
      e.printStackTrace(surroundings.err());
    }
    return e instanceof CliException cli ? cli.exitCode() : CliException.FAILURE;
  }
}
