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
    out.printf(Locale.ROOT, "Importing %,d commits of %s%n", commits, repository.location());
    if (repository.shallow()) {
      err.printf(
          Locale.ROOT,
          "aidis: note: this is a shallow clone, its oldest commits seem to add every file; `git fetch --unshallow` gets the whole history%n");
    }
  }

  /** The exit code. */
  int end(GitImport.Outcome outcome) {
    Tally.Counts counts = outcome.tally().counts();
    Duration elapsed = outcome.elapsed();
    out.printf(
        Locale.ROOT,
        "Imported %,d commits of %,d %s into project %s%n",
        counts.commits(),
        counts.owners(),
        counts.owners() == 1 ? "author" : "authors",
        project);
    out.printf(
        Locale.ROOT,
        "  activities  %,d accepted, %,d rejected%n",
        counts.accepted(),
        counts.rejected());
    out.printf(
        Locale.ROOT, "  lines       +%,d -%,d%n", counts.linesAdded(), counts.linesRemoved());
    out.printf(
        Locale.ROOT,
        "  time        %.1f s, %,d commits/s, %,d activities/s%n",
        elapsed.toMillis() / 1000.0,
        ProgressLine.rate(counts.commits(), elapsed),
        ProgressLine.rate(counts.sent(), elapsed));
    tellRefusals(outcome.tally().refusals());
    tellWithoutTime(outcome.withoutTime());
    if (!outcome.complete()) {
      err.printf(
          Locale.ROOT,
          "aidis: everything is sent, but not all of it has arrived in Postgres yet: see `aidis status`%n");
    }
    String list =
        ownerRule == OwnerRule.AUTHOR ? "aidis sessions list --all-owners" : "aidis sessions list";
    out.printf(Locale.ROOT, "See the sessions with: %s%n", list);
    return outcome.complete() && counts.rejected() == 0 ? 0 : CliException.FAILURE;
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
    err.printf(
        Locale.ROOT,
        "aidis: left out %,d commits without an author time from 1970 to 2200:%n",
        commits.size());
    commits.stream()
        .limit(NAMED)
        .forEach(commit -> err.printf(Locale.ROOT, "  %s%n", commit.sha()));
    if (commits.size() > NAMED) {
      err.printf(Locale.ROOT, "  and %,d more%n", commits.size() - NAMED);
    }
  }
}
