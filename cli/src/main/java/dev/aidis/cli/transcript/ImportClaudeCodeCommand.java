package dev.aidis.cli.transcript;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.intake.ImportEnd;
import dev.aidis.cli.intake.ImportOptions;
import dev.aidis.cli.intake.ImportRun;
import dev.aidis.cli.intake.Unreadable;
import dev.aidis.cli.period.Until;
import dev.aidis.cli.transcript.TranscriptFiles.TranscriptFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis import claude-code}. */
@Command(
    name = "claude-code",
    description = {
      "Import the transcripts that Claude Code keeps: prompts (not their text), tool uses, changed files with their lines, models and tokens.",
      "Importing again changes nothing, and what hooks told already is not counted twice."
    },
    footer = {
      "",
      "Examples:",
      "  aidis import claude-code",
      "  aidis import claude-code --since 30d --prompts",
      "  aidis import claude-code --until 2026-06-30",
      "  aidis import claude-code ~/old-laptop/.claude/projects",
    })
public final class ImportClaudeCodeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "A transcript or a directory of them (default: ~/.claude/projects).")
  private @Nullable Path path;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only from then on: 2026-01-31, 2026-01-31T10:00, 90d, 12w, 6m or 2y.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = {
        "Only before then; a day is meant with all its hours.",
        "For the time before Claude Code exported telemetry, which tells the same tokens."
      })
  private @Nullable Until until;

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "The project all of it is; else the name of the repository.")
  private @Nullable String project;

  @Mixin private ImportOptions options = new ImportOptions();

  @Option(names = "--prompts", description = "Keep the texts of prompts, too.")
  private boolean prompts;

  public ImportClaudeCodeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TranscriptFiles files = TranscriptFiles.of(path, surroundings);
    String server = surroundings.variable("AIDIS_HOOKS_MCP_SERVER");
    var choices =
        new TranscriptReader.Choices(
            since, until, project, prompts, server == null ? "aidis" : server);
    Tally tally = new Tally();
    Unreadable unreadable = new Unreadable();
    try (ImportRun run = ImportRun.begin(surroundings, options)) {
      long done = 0;
      int count = 0;
      for (TranscriptFile file : files.files()) {
        count++;
        read(file, new Progress(run, files, count, done), tally, choices, unreadable);
        done += file.size();
      }
      boolean complete = run.finish();
      return report(files, tally, unreadable, run, complete);
    }
  }

  /**
   * How far it is.
   *
   * @param number of the file that is read
   * @param before bytes of the files before it
   */
  private record Progress(ImportRun run, TranscriptFiles files, int number, long before) {
    void show(long bytes) {
      run.progress(
          before + bytes, files.bytes(), () -> number + "/" + files.files().size() + " files");
    }
  }

  private static void read(
      TranscriptFile file,
      Progress progress,
      Tally tally,
      TranscriptReader.Choices choices,
      Unreadable unreadable) {
    TranscriptReader reader = new TranscriptReader(progress.run, choices, tally, file.path());
    try (InputStream in = Files.newInputStream(file.path())) {
      BoundedLines lines = new BoundedLines(in, BoundedLines.LONGEST);
      lines.forEach(
          (number, text, tooLong) -> {
            String why = tooLong ? "the line is longer than 64 MiB" : readLine(reader, text);
            if (!why.isEmpty()) {
              unreadable.add(file.path() + ":" + number, why);
            }
            progress.show(lines.bytes());
          });
    } catch (IOException e) {
      unreadable.add(file.path().toString(), String.valueOf(e.getMessage()));
    }
    reader.end();
  }

  /** Why the line could not be read; empty if it could. */
  private static String readLine(TranscriptReader reader, String text) {
    if (text.isBlank()) {
      return "";
    }
    return Json.read(text)
        .map(json -> reader.read(new Row(json)).orElse(""))
        .orElse("not a JSON object");
  }

  private int report(
      TranscriptFiles files, Tally tally, Unreadable unreadable, ImportRun run, boolean complete) {
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            """
            Imported %,d transcript%s of %,d Claude Code session%s
              prompts     %,d, with %,d mentioned files
              tool uses   %,d
              changes     %,d of files, +%,d -%,d lines
              tokens      %,d in, %,d out, %,d read from and %,d written to the cache, in %,d answers
              models      %s
            """,
            files.files().size(),
            files.files().size() == 1 ? "" : "s",
            tally.sessions.size(),
            tally.sessions.size() == 1 ? "" : "s",
            tally.prompts,
            tally.mentions,
            tally.toolUses,
            tally.changes,
            tally.linesAdded,
            tally.linesRemoved,
            tally.inputTokens,
            tally.outputTokens,
            tally.cacheReadTokens,
            tally.cacheCreationTokens,
            tally.answers,
            tally.models.isEmpty() ? "none" : String.join(", ", tally.models));
    unreadable.tell(surroundings.err());
    int exitCode = new ImportEnd(surroundings).tell(run, complete);
    return exitCode == 0 && tally.sessions.isEmpty() && unreadable.count() > 0
        ? CliException.FAILURE
        : exitCode;
  }
}
