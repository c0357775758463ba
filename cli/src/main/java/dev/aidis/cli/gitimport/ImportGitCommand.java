package dev.aidis.cli.gitimport;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.intake.ImportEnd;
import dev.aidis.cli.intake.ImportOptions;
import dev.aidis.cli.intake.ImportRun;
import dev.aidis.cli.period.Until;
import dev.aidis.git.Commit;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.GitException;
import dev.aidis.git.GitHistory;
import dev.aidis.git.GitRepository;
import dev.aidis.schemas.ActivityLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis import git}. */
@Command(
    name = "git",
    description = {
      "Import the commits of a git repository.",
      "Reads the non-merge commits reachable from HEAD, each with its files and lines, at their author time.",
      "Importing again changes nothing; commits that were rewritten since (rebase, amend, squash) are new ones."
    },
    footer = {
      "",
      "Examples:",
      "  aidis import git ~/src/shop",
      "  aidis import git --since 1y --all-authors",
      "  aidis import git --until 2026-06-30        the time before an assistant's hooks told edits",
    })
public final class ImportGitCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "PATH", description = "A directory in the repository.")
  private Path path = Path.of(".");

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "Only commits authored since then: 2026-01-31, 2026-01-31T10:00, 90d, 12w, 6m or 2y.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Only commits authored before then; a day is meant with all its hours.")
  private @Nullable Until until;

  @Option(
      names = "--commits-only",
      description = {
        "The commits themselves, without their files and lines.",
        "For a time in which hooks or transcripts told the edits, which would count twice."
      })
  private boolean commitsOnly;

  @ArgGroup private Authors authors = new Authors();

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "The project it is; else the name of the repository.")
  private @Nullable String project;

  @Mixin private ImportOptions options = new ImportOptions();

  /** Whose commits. */
  static final class Authors {
    @Option(
        names = "--author",
        paramLabel = "EMAIL",
        description = "Your e-mail in the commits; else the repository's user.email.")
    private @Nullable String author;

    @Option(
        names = "--all-authors",
        description = "Everyone's commits: each author's e-mail becomes an owner.")
    private boolean all;
  }

  public ImportGitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (GitHistory history = GitHistory.open(path)) {
      return run(history);
    } catch (GitException e) {
      throw CliException.failure(String.valueOf(e.getMessage()), e);
    }
  }

  private int run(GitHistory history) {
    GitRepository repository = history.repository();
    ChosenCommits chosen = new ChosenCommits(history, repository, path, since, until);
    List<CommitHeader> commits = authors.all ? chosen.ofEveryone() : chosen.of(authors.author);
    String into = project == null ? repository.name() : project;
    ImportReport report = new ImportReport(surroundings);
    try (ImportRun run = ImportRun.begin(surroundings, options)) {
      report.begin(repository, commits.size());
      Tally tally = new Tally();
      List<CommitHeader> datable = datable(commits, tally);
      history.read(
          datable,
          commit -> {
            send(commit, repository, into, run);
            tally.read(commit);
            run.progress(
                tally.commits,
                datable.size(),
                () -> String.format(Locale.ROOT, "%,d/%,d commits", tally.commits, datable.size()));
          });
      boolean complete = run.finish();
      report.tell(tally, into, commitsOnly);
      return new ImportEnd(surroundings)
          .tell(run, complete, "aidis sessions list" + (authors.all ? " --all-owners" : ""));
    }
  }

  private void send(Commit commit, GitRepository repository, String into, ImportRun run) {
    String owner =
        authors.all ? AuthorAsOwner.of(commit.header().authorEmail()) : run.trackerKey().owner();
    boolean trackers = !authors.all && owner.equals(run.trackersOwner());
    CommitActivities activities =
        new CommitActivities(
            trackers ? CommitActivities.TRACKERS_OWNER : owner,
            run.trackerKey().workspace(),
            into,
            repository.location(),
            repository.branch());
    (commitsOnly ? List.of(activities.whole(commit)) : activities.of(commit))
        .forEach(activity -> run.send(owner, activity));
  }

  private static List<CommitHeader> datable(List<CommitHeader> commits, Tally tally) {
    List<CommitHeader> datable = new ArrayList<>(commits.size());
    commits.forEach(commit -> (isDatable(commit) ? datable : tally.withoutTime).add(commit));
    return datable;
  }

  private static boolean isDatable(CommitHeader commit) {
    Instant time = commit.authoredAt();
    return time != null
        && !time.isBefore(ActivityLimits.EARLIEST)
        && !time.isAfter(ActivityLimits.LATEST);
  }
}
