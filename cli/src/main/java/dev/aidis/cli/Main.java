package dev.aidis.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aidis.cli.bridge.McpCommand;
import dev.aidis.cli.completion.CompletionCommand;
import dev.aidis.cli.config.ConfigCommand;
import dev.aidis.cli.deadletter.DeadLettersCommand;
import dev.aidis.cli.doctor.DoctorCommand;
import dev.aidis.cli.gitimport.ImportGitCommand;
import dev.aidis.cli.keeping.ArchiveCommand;
import dev.aidis.cli.keeping.ArchiveListCommand;
import dev.aidis.cli.keeping.ArchiveRestoreCommand;
import dev.aidis.cli.keeping.BackupCommand;
import dev.aidis.cli.keeping.ExportCommand;
import dev.aidis.cli.keeping.ImportExportCommand;
import dev.aidis.cli.keeping.RestoreCommand;
import dev.aidis.cli.measure.GitMeasureCommand;
import dev.aidis.cli.period.SinceConverter;
import dev.aidis.cli.period.Until;
import dev.aidis.cli.period.UntilConverter;
import dev.aidis.cli.rebuild.RebuildCommand;
import dev.aidis.cli.session.SessionCommand;
import dev.aidis.cli.session.SessionEditCommand;
import dev.aidis.cli.session.SessionJoinCommand;
import dev.aidis.cli.session.SessionSplitCommand;
import dev.aidis.cli.session.SessionsCompareCommand;
import dev.aidis.cli.session.SessionsListCommand;
import dev.aidis.cli.session.SessionsPatternsCommand;
import dev.aidis.cli.session.SessionsRecentCommand;
import dev.aidis.cli.session.SessionsStatsCommand;
import dev.aidis.cli.session.TodayCommand;
import dev.aidis.cli.setup.App;
import dev.aidis.cli.setup.SetupAppCommand;
import dev.aidis.cli.setup.SetupClaudeCodeCommand;
import dev.aidis.cli.setup.SetupWakaTimeCommand;
import dev.aidis.cli.spool.HookCommand;
import dev.aidis.cli.spool.SpoolCommand;
import dev.aidis.cli.statusline.StatuslineCommand;
import dev.aidis.cli.tail.TailCommand;
import dev.aidis.cli.token.TokenCommand;
import dev.aidis.cli.token.TokenCreateCommand;
import dev.aidis.cli.token.TokenListCommand;
import dev.aidis.cli.token.TokenRevokeCommand;
import dev.aidis.cli.tracker.DownCommand;
import dev.aidis.cli.tracker.InfoCommand;
import dev.aidis.cli.tracker.LogsCommand;
import dev.aidis.cli.tracker.StatusCommand;
import dev.aidis.cli.transcript.ImportClaudeCodeCommand;
import dev.aidis.cli.wakatime.ImportWakatimeCommand;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code aidis} command. */
public final class Main {
  /** Picocli makes none that is narrower. */
  private static final int NARROWEST_HELP = 55;

  private Main() {}

  public static void main(String[] arguments) {
    Surroundings surroundings = Surroundings.ofProcess();
    AtomicBoolean ended = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> leaveLine(surroundings, ended.get()), "leave-line"));
    int exitCode = run(surroundings, arguments);
    ended.set(true);
    System.exit(exitCode);
  }

  /** After Ctrl-C the shell's prompt is to begin a line of its own. */
  private static void leaveLine(Surroundings surroundings, boolean ended) {
    if (surroundings.terminal() && !ended) {
      surroundings.err().println();
    }
  }

  /** The exit code. */
  static int run(Surroundings surroundings, String... arguments) {
    return commands(surroundings, arguments)
        .registerConverter(Instant.class, new SinceConverter(surroundings.clock()))
        .registerConverter(Until.class, new UntilConverter(surroundings.clock()))
        .setOut(Fit.writer(surroundings))
        .setErr(new PrintWriter(surroundings.err(), true, UTF_8))
        .setColorScheme(Help.defaultColorScheme(colorsHelp(surroundings) ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(Math.max(surroundings.width(), NARROWEST_HELP))
        .setParameterExceptionHandler((e, given) -> usageError(e, surroundings))
        .setExecutionExceptionHandler((e, command, parsed) -> failure(e, surroundings))
        .execute(arguments);
  }

  /**
   * Their names stand here as well as in their annotations: only the one that is called is made.
   */
  private static CommandLine commands(Surroundings surroundings, String... arguments) {
    return new Commands()
        .with("up", UpCommand::new)
        .with("down", () -> new DownCommand(surroundings))
        .with("status", () -> new StatusCommand(surroundings))
        .with("info", () -> new InfoCommand(surroundings))
        .with("logs", () -> new LogsCommand(surroundings))
        .with("doctor", () -> new DoctorCommand(surroundings))
        .with("config", () -> new ConfigCommand(surroundings, System.in))
        .with(
            "import",
            ImportCommand::new,
            List.of(
                () -> new ImportGitCommand(surroundings),
                () -> new ImportClaudeCodeCommand(surroundings),
                () -> new ImportWakatimeCommand(surroundings),
                () -> new ImportExportCommand(surroundings)))
        .with(
            "setup",
            SetupCommand::new,
            List.of(
                () -> new SetupClaudeCodeCommand(surroundings),
                () -> SetupAppCommand.of(surroundings, App.CLAUDE_DESKTOP),
                () -> SetupAppCommand.of(surroundings, App.CURSOR),
                () -> SetupAppCommand.of(surroundings, App.VSCODE),
                () -> new SetupWakaTimeCommand(surroundings)))
        .with("hook", HookCommand::new)
        .with("statusline", StatuslineCommand::new)
        .with("mcp", () -> new McpCommand(surroundings, System.in))
        .with("spool", () -> new SpoolCommand(surroundings))
        .with("git", GitCommand::new, List.of(() -> new GitMeasureCommand(surroundings)))
        .with("export", () -> new ExportCommand(surroundings))
        .with(
            "archive",
            () -> new ArchiveCommand(surroundings),
            List.of(
                () -> new ArchiveListCommand(surroundings),
                () -> new ArchiveRestoreCommand(surroundings)))
        .with("backup", () -> new BackupCommand(surroundings))
        .with("restore", () -> new RestoreCommand(surroundings))
        .with(
            "sessions",
            () -> new SessionsCommand(surroundings),
            List.of(
                () -> new SessionsListCommand(surroundings),
                () -> new SessionsStatsCommand(surroundings),
                () -> new SessionsCompareCommand(surroundings),
                () -> new SessionsPatternsCommand(surroundings),
                () -> new SessionsRecentCommand(surroundings)))
        .with(
            "session",
            () -> new SessionCommand(surroundings),
            List.of(
                () -> new SessionEditCommand(surroundings),
                () -> new SessionSplitCommand(surroundings),
                () -> new SessionJoinCommand(surroundings)))
        .with("dead-letters", () -> new DeadLettersCommand(surroundings))
        .with("rebuild", () -> new RebuildCommand(surroundings))
        .with(
            "token",
            TokenCommand::new,
            List.of(
                () -> new TokenCreateCommand(surroundings),
                () -> new TokenListCommand(surroundings),
                () -> new TokenRevokeCommand(surroundings)))
        .with("tail", () -> new TailCommand(surroundings))
        .with("today", () -> new TodayCommand(surroundings))
        .with("completion", () -> new CompletionCommand(surroundings))
        .with("version", () -> new VersionCommand(surroundings))
        .with("help", HelpCommand::new)
        .under(new AidisCommand(), arguments);
  }

  private static int usageError(ParameterException e, Surroundings surroundings) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    tell(problem(e) + "; see `" + command + " --help`", surroundings);
    return CliException.USAGE;
  }

  private static void tell(String error, Surroundings surroundings) {
    surroundings.err().println(Fit.line("aidis: " + error, surroundings));
  }

  /** Lines that are broken to fit must not break a colour. */
  private static boolean colorsHelp(Surroundings surroundings) {
    return surroundings.color() && surroundings.width() >= NARROWEST_HELP;
  }

  private static String problem(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      return "there is no '%s'%s"
          .formatted(
              word,
              Nearest.to(word, unmatched.getCommandLine().getCommandSpec())
                  .map(": did you mean '%s'?"::formatted)
                  .orElse(""));
    }
    return String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
  }

  private static int failure(Exception e, Surroundings surroundings) {
    tell(e.getMessage() == null ? e.toString() : e.getMessage(), surroundings);
    if (surroundings.debug()) {
      e.printStackTrace(surroundings.err());
    }
    return e instanceof CliException told ? told.exitCode() : CliException.FAILURE;
  }
}
