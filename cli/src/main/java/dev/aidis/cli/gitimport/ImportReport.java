package dev.aidis.cli.gitimport;

import dev.aidis.cli.Surroundings;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.GitRepository;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Tells what an import of commits does, and what it read. */
final class ImportReport {
  private static final int NAMED = 5;

  private final PrintStream out;
  private final PrintStream err;

  ImportReport(Surroundings surroundings) {
    this.out = surroundings.out();
    this.err = surroundings.err();
  }

  void begin(GitRepository repository, int commits) {
    out.println("Importing " + counted(commits, "commit") + " of " + repository.location());
    if (repository.shallow()) {
      err.println(
          "aidis: note: this is a shallow clone, its oldest commits seem to add every file;"
              + " `git fetch --unshallow` gets the whole history");
    }
    if (repository.partial()) {
      err.println(
          "aidis: note: this is a partial clone, the import ends where a file was not fetched;"
              + " `git fetch --refetch --no-filter` gets all of them");
    }
  }

  /**
   * @param commitsOnly whether the lines were read but not counted
   */
  void tell(Tally tally, String project, boolean commitsOnly) {
    out.printf(
        Locale.ROOT,
        """
        Imported %s of %s into project %s
          lines       +%,d -%,d%s
        """,
        counted(tally.commits, "commit"),
        counted(tally.authors.size(), "author"),
        project,
        tally.linesAdded,
        tally.linesRemoved,
        commitsOnly ? ", not counted" : "");
    tellWithoutTime(tally.withoutTime);
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
