package dev.aidis.cli.gitimport;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.TrackerClient;
import dev.aidis.cli.intake.Pipeline;
import dev.aidis.cli.tracker.TrackerAddress;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.GitException;
import dev.aidis.git.GitHistory;
import dev.aidis.git.GitRepository;
import dev.aidis.schemas.TrackerKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aidis import git}. */
@Command(
    name = "git",
    description = {
      "Import the commits of a git repository.",
      "Reads the non-merge commits reachable from HEAD, each with its files and lines, at their author time. Importing again changes nothing."
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

  @ArgGroup private Authors authors = new Authors();

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "The project it is; else the name of the repository.")
  private @Nullable String project;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "The workspace to import into (default: ${DEFAULT-VALUE}).",
      defaultValue = TrackerKey.MAIN)
  private String workspace = TrackerKey.MAIN;

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
    ChosenCommits chosen = new ChosenCommits(history, repository, path);
    List<CommitHeader> commits =
        authors.all ? chosen.ofEveryone(since) : chosen.of(authors.author, since);
    TrackerClient client = TrackerAddress.client(surroundings);
    requireTracker(client);
    OwnerRule ownerRule = authors.all ? OwnerRule.AUTHOR : OwnerRule.TRACKER;
    ActivityJson json =
        new ActivityJson(
            ownerRule,
            workspace,
            project == null ? repository.name() : project,
            repository.location(),
            repository.branch());
    ImportReport report = new ImportReport(surroundings, json.project(), ownerRule);
    report.begin(repository, commits.size());
    GitImport gitImport =
        new GitImport(
            history,
            ownerRule,
            new HttpActivitySender(client, json, surroundings.pause()),
            new Pipeline(client, surroundings.pause()),
            surroundings);
    return report.end(gitImport.run(commits));
  }

  private void requireTracker(TrackerClient client) {
    try {
      client.get("/actuator/health", "application/json");
    } catch (IOException e) {
      throw TrackerAddress.notAnswering(surroundings, client.address(), e);
    }
  }
}
