package dev.aidis.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aidis.cli.deadletter.DeadLettersCommand;
import dev.aidis.cli.gitimport.ImportGitCommand;
import dev.aidis.cli.gitimport.SinceConverter;
import dev.aidis.cli.keeping.ArchiveCommand;
import dev.aidis.cli.keeping.ArchiveListCommand;
import dev.aidis.cli.keeping.ArchiveRestoreCommand;
import dev.aidis.cli.keeping.BackupCommand;
import dev.aidis.cli.keeping.ExportCommand;
import dev.aidis.cli.keeping.ImportExportCommand;
import dev.aidis.cli.keeping.RestoreCommand;
import dev.aidis.cli.rebuild.RebuildCommand;
import dev.aidis.cli.session.SessionCommand;
import dev.aidis.cli.session.SessionsCompareCommand;
import dev.aidis.cli.session.SessionsListCommand;
import dev.aidis.cli.session.SessionsPatternsCommand;
import dev.aidis.cli.session.SessionsRecentCommand;
import dev.aidis.cli.session.SessionsStatsCommand;
import dev.aidis.cli.session.TodayCommand;
import dev.aidis.cli.setup.SetupClaudeCodeCommand;
import dev.aidis.cli.spool.HookCommand;
import dev.aidis.cli.spool.SpoolCommand;
import dev.aidis.cli.token.TokenCommand;
import dev.aidis.cli.token.TokenCreateCommand;
import dev.aidis.cli.token.TokenListCommand;
import dev.aidis.cli.token.TokenRevokeCommand;
import dev.aidis.cli.tracker.DownCommand;
import dev.aidis.cli.tracker.InfoCommand;
import dev.aidis.cli.tracker.LogsCommand;
import dev.aidis.cli.tracker.StatusCommand;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code aidis} command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  /** The exit code. */
  static int run(Surroundings surroundings, String... arguments) {
    return commands(surroundings)
        .registerConverter(Instant.class, new SinceConverter(surroundings.clock()))
        .setOut(new PrintWriter(surroundings.out(), true, UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, UTF_8))
        .setColorScheme(Help.defaultColorScheme(surroundings.color() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(Math.max(surroundings.width(), 60))
        .setParameterExceptionHandler((e, given) -> usageError(e, surroundings))
        .setExecutionExceptionHandler((e, command, parsed) -> failure(e, surroundings))
        .execute(arguments);
  }

  private static CommandLine commands(Surroundings surroundings) {
    return new CommandLine(new AidisCommand())
        .addSubcommand(new UpCommand())
        .addSubcommand(new DownCommand(surroundings))
        .addSubcommand(new StatusCommand(surroundings))
        .addSubcommand(new InfoCommand(surroundings))
        .addSubcommand(new LogsCommand(surroundings))
        .addSubcommand(
            new CommandLine(new ImportCommand())
                .addSubcommand(new ImportGitCommand(surroundings))
                .addSubcommand(new ImportExportCommand(surroundings)))
        .addSubcommand(
            new CommandLine(new SetupCommand())
                .addSubcommand(new SetupClaudeCodeCommand(surroundings)))
        .addSubcommand(new ExportCommand(surroundings))
        .addSubcommand(
            new CommandLine(new ArchiveCommand(surroundings))
                .addSubcommand(new ArchiveListCommand(surroundings))
                .addSubcommand(new ArchiveRestoreCommand(surroundings)))
        .addSubcommand(new BackupCommand(surroundings))
        .addSubcommand(new RestoreCommand(surroundings))
        .addSubcommand(
            new CommandLine(new SessionsCommand(surroundings))
                .addSubcommand(new SessionsListCommand(surroundings))
                .addSubcommand(new SessionsStatsCommand(surroundings))
                .addSubcommand(new SessionsCompareCommand(surroundings))
                .addSubcommand(new SessionsPatternsCommand(surroundings))
                .addSubcommand(new SessionsRecentCommand(surroundings)))
        .addSubcommand(new SessionCommand(surroundings))
        .addSubcommand(new SpoolCommand(surroundings))
        .addSubcommand(new HookCommand())
        .addSubcommand(new DeadLettersCommand(surroundings))
        .addSubcommand(new RebuildCommand(surroundings))
        .addSubcommand(
            new CommandLine(new TokenCommand())
                .addSubcommand(new TokenCreateCommand(surroundings))
                .addSubcommand(new TokenListCommand(surroundings))
                .addSubcommand(new TokenRevokeCommand(surroundings)))
        .addSubcommand(new TodayCommand(surroundings))
        .addSubcommand(new VersionCommand(surroundings))
        .addSubcommand(new HelpCommand());
  }

  private static int usageError(ParameterException e, Surroundings surroundings) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    surroundings.err().println("aidis: " + problem(e) + "; see `" + command + " --help`");
    return CliException.USAGE;
  }

  private static String problem(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      String known =
          suggestions.isEmpty() ? "" : ": did you mean '" + suggestions.getFirst() + "'?";
      return "there is no '" + unmatched.getUnmatched().getFirst() + "'" + known;
    }
    return String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
  }

  private static int failure(Exception e, Surroundings surroundings) {
    surroundings.err().println("aidis: " + (e.getMessage() == null ? e : e.getMessage()));
    if (surroundings.debug()) {
      e.printStackTrace(surroundings.err());
    }
    return e instanceof CliException told ? told.exitCode() : CliException.FAILURE;
  }
}
