package dev.aidis.cli.gitimport;

import dev.aidis.cli.CliException;
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

  ChosenCommits(GitHistory history, GitRepository repository, Path path) {
    this.history = history;
    this.repository = repository;
    this.path = path;
  }

  List<CommitHeader> ofEveryone(@Nullable Instant since) {
    List<CommitHeader> commits = history.commits(new CommitQuery(since, null));
    if (commits.isEmpty()) {
      throw CliException.failure(
          "no commits since " + since + " in '" + path + "': give an earlier --since");
    }
    return commits;
  }

  /**
   * @param author null for the repository's own {@code user.email}
   */
  List<CommitHeader> of(@Nullable String author, @Nullable Instant since) {
    String email = author == null ? repository.userEmail() : author;
    if (email == null || email.isBlank()) {
      throw CliException.failure(
          "git has no user.email for '"
              + path
              + "': say --author EMAIL or --all-authors."
              + frequentAuthors());
    }
    List<CommitHeader> commits = history.commits(new CommitQuery(since, email));
    if (commits.isEmpty()) {
      throw CliException.failure(
          "no commits of "
              + email
              + (since == null ? "" : " since " + since)
              + " in '"
              + path
              + "': say --author EMAIL or --all-authors."
              + frequentAuthors());
    }
    return commits;
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
