package dev.aidis.cli.gitimport;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.GitRepository;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what an import does and what it did. */
final class ImportReport {
  private static final int NAMED = 5;

  private final PrintStream out;
  private final PrintStream err;
  private final String project;
  private final OwnerRule ownerRule;

  ImportReport(Surroundings surroundings, String project, OwnerRule ownerRule) {
    this.out = surroundings.out();
    this.err = surroundings.err();
    this.project = project;
    this.ownerRule = ownerRule;
  }

  void begin(GitRepository repository, int commits) {
    out.println("Importing " + counted(commits, "commit") + " of " + repository.location());
    if (repository.shallow()) {
      err.println(
          "aidis: note: this is a shallow clone, its oldest commits seem to add every file;"
              + " `git fetch --unshallow` gets the whole history");
    }
  }

  /** The exit code. */
  int end(GitImport.Outcome outcome) {
    Tally.Counts counts = outcome.tally().counts();
    tellCounts(counts, outcome.elapsed());
    tellRefusals(outcome.tally().refusals());
    tellWithoutTime(outcome.withoutTime());
    if (!outcome.complete()) {
      err.println(
          "aidis: everything is sent, but not all of it has arrived in Postgres yet:"
              + " see `aidis status`");
    }
    out.println(
        "See the sessions with: aidis sessions list"
            + (ownerRule == OwnerRule.AUTHOR ? " --all-owners" : ""));
    return outcome.complete() && counts.rejected() == 0 ? 0 : CliException.FAILURE;
  }

  private void tellCounts(Tally.Counts counts, Duration elapsed) {
    String commits = counted(counts.commits(), "commit");
    String authors = counted(counts.owners(), "author");
    out.println("Imported " + commits + " of " + authors + " into project " + project);
    out.printf(
        Locale.ROOT,
        """
          activities  %,d accepted, %,d rejected
          lines       +%,d -%,d
          time        %.1f s, %,d commits/s, %,d activities/s
        """,
        counts.accepted(),
        counts.rejected(),
        counts.linesAdded(),
        counts.linesRemoved(),
        elapsed.toMillis() / 1000.0,
        ProgressLine.rate(counts.commits(), elapsed),
        ProgressLine.rate(counts.sent(), elapsed));
  }

  private void tellRefusals(Map<String, Integer> refusals) {
    refusals.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(NAMED)
        .forEach(
            refusal ->
                err.printf(
                    Locale.ROOT,
                    "aidis: rejected %,d times: %s%n",
                    refusal.getValue(),
                    refusal.getKey()));
  }

  private void tellWithoutTime(List<CommitHeader> commits) {
    if (commits.isEmpty()) {
      return;
    }
    err.println(
        "aidis: left out "
            + counted(commits.size(), "commit")
            + " without an author time from 1970 to 2200:");
    commits.stream()
        .limit(NAMED)
        .forEach(commit -> err.printf(Locale.ROOT, "  %s%n", commit.sha()));
    if (commits.size() > NAMED) {
      err.printf(Locale.ROOT, "  and %,d more%n", commits.size() - NAMED);
    }
  }

  private static String counted(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
