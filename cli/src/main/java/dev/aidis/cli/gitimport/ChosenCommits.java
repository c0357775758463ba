package dev.aidis.cli.gitimport;

import dev.aidis.cli.CliException;
import dev.aidis.cli.period.Until;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.CommitQuery;
import dev.aidis.git.GitHistory;
import dev.aidis.git.GitRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The commits to import; if there are none, an error that says what could be asked for instead. */
final class ChosenCommits {
  private static final int AUTHORS_NAMED = 5;

  private final GitHistory history;
  private final GitRepository repository;
  private final Path path;
  private final @Nullable Instant since;
  private final @Nullable Until until;

  /**
   * @param since null for the beginning
   * @param until only what was authored before; null for all
   */
  ChosenCommits(
      GitHistory history,
      GitRepository repository,
      Path path,
      @Nullable Instant since,
      @Nullable Until until) {
    this.history = history;
    this.repository = repository;
    this.path = path;
    this.since = since;
    this.until = until;
  }

  List<CommitHeader> ofEveryone() {
    List<CommitHeader> commits = within(null);
    if (commits.isEmpty()) {
      throw CliException.failure(
          "no commits" + period() + " in '" + path + "': give another --since or --until");
    }
    return commits;
  }

  /**
   * @param author null for the repository's own {@code user.email}
   */
  List<CommitHeader> of(@Nullable String author) {
    String email = author == null ? repository.userEmail() : author;
    if (email == null || email.isBlank()) {
      throw CliException.failure(
          "git has no user.email for '"
              + path
              + "': say --author EMAIL or --all-authors."
              + frequentAuthors());
    }
    List<CommitHeader> commits = within(email);
    if (commits.isEmpty()) {
      throw CliException.failure(
          "no commits of "
              + email
              + period()
              + " in '"
              + path
              + "': say --author EMAIL or --all-authors."
              + frequentAuthors());
    }
    return commits;
  }

  private List<CommitHeader> within(@Nullable String email) {
    List<CommitHeader> commits = history.commits(new CommitQuery(since, email));
    return until == null
        ? commits
        : commits.stream().filter(commit -> isAuthoredWithin(until, commit)).toList();
  }

  private static boolean isAuthoredWithin(Until end, CommitHeader commit) {
    Instant at = commit.authoredAt();
    return at != null && end.holds(at);
  }

  private String period() {
    return (since == null ? "" : " since " + since)
        + (until == null ? "" : " before " + until.time());
  }

  private String frequentAuthors() {
    Map<String, Long> commitsByAuthor =
        history.commits(CommitQuery.everything()).stream()
            .map(commit -> commit.authorEmail().toLowerCase(Locale.ROOT))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return commitsByAuthor.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(AUTHORS_NAMED)
        .map(author -> author.getKey() + " (" + author.getValue() + ")")
        .collect(Collectors.joining(", ", " Most commits are by ", ""));
  }
}
