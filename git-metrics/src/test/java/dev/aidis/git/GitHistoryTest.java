package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitHistoryTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

  @TempDir private Path directory;

  @Test
  void commitsComeOldestAuthorTimeFirstWhateverTheirOrderInTheHistory() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("second", "ada@example.org", TIME.plusSeconds(60));
    tree.commit("first", "ada@example.org", TIME);
    tree.commit("third", "ada@example.org", TIME.plusSeconds(120));

    // When
    List<Commit> commits = read(tree.root(), CommitQuery.everything());

    // Then
    assertThat(commits).extracting(Commit::subject).containsExactly("first", "second", "third");
    assertThat(commits)
        .extracting(commit -> commit.header().authoredAt())
        .containsExactly(TIME, TIME.plusSeconds(60), TIME.plusSeconds(120));
  }

  @Test
  void authorsAreChosenWhateverTheCaseOfTheirEMail() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("mine", "Ada@Example.org", TIME);
    tree.commit("yours", "bob@example.org", TIME);

    // When
    List<Commit> commits = read(tree.root(), new CommitQuery(null, "ada@example.ORG"));

    // Then
    assertThat(commits).extracting(Commit::subject).containsExactly("mine");
    assertThat(commits.getFirst().header().authorEmail()).isEqualTo("Ada@Example.org");
  }

  @Test
  void sinceIsByAuthorTimeAndInclusive() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("before", "ada@example.org", TIME.minusSeconds(1));
    tree.commit("at", "ada@example.org", TIME);

    // When
    List<Commit> commits = read(tree.root(), new CommitQuery(TIME, null));

    // Then
    assertThat(commits).extracting(Commit::subject).containsExactly("at");
  }

  @Test
  void trailersOfCoAuthorsAreRead() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit(
        "Subject\n\nBody\n\nCo-authored-by: Claude <noreply@anthropic.com>\nSigned-off-by: x <x@y>",
        "ada@example.org",
        TIME);

    // When
    List<Commit> commits = read(tree.root(), CommitQuery.everything());

    // Then
    assertThat(commits.getFirst().subject()).isEqualTo("Subject");
    assertThat(commits.getFirst().coAuthors()).containsExactly("Claude <noreply@anthropic.com>");
  }

  @Test
  void anAuthorLineThatNobodyCanReadHasNoTime() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("good", "ada@example.org", TIME);
    tree.commitRaw("Old Tool <old@example.org> yesterday");

    // When
    List<Commit> commits = read(tree.root(), CommitQuery.everything());

    // Then
    assertThat(commits.getFirst().header().authorEmail()).isEqualTo("old@example.org");
    assertThat(commits.getFirst().header().authoredAt()).isNull();
  }

  @Test
  void aBareRepositoryIsRead() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("one", "ada@example.org", TIME);
    Path bare = directory.resolve("bare.git");
    tree.git().run("clone", "-q", "--bare", ".", bare.toString());

    // When
    List<Commit> commits = read(bare, CommitQuery.everything());

    // Then
    assertThat(commits).extracting(Commit::subject).containsExactly("one");
    assertThat(describe(bare).branch()).isEqualTo("trunk");
  }

  @Test
  void aShallowCloneIsReadAndSaysThatItIsOne() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("one", "ada@example.org", TIME);
    tree.commit("two", "ada@example.org", TIME.plusSeconds(1));
    Path clone = directory.resolve("clone");
    tree.git().run("clone", "-q", "--depth", "1", tree.root().toUri().toString(), clone.toString());

    // When
    Map<String, Map<String, FileChange>> read = filesBySha(clone);

    // Then
    assertThat(read).hasSize(1).isEqualTo(Numstat.of(new RealGit(clone)));
    assertThat(describe(clone).shallow()).isTrue();
  }

  @Test
  void aPartialCloneSaysThatItIsOneAndWhatGetsItsFiles() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.git().run("config", "uploadpack.allowFilter", "true");
    tree.commit("one", "ada@example.org", TIME);
    tree.commit("two", "ada@example.org", TIME.plusSeconds(1));
    Path clone = directory.resolve("clone");
    String address = tree.root().toUri().toString();
    tree.git().run("clone", "-q", "--filter=blob:none", address, clone.toString());
    assertThat(describe(clone).partial()).isTrue();

    // When
    assertThatThrownBy(() -> read(clone, CommitQuery.everything()))
        // Then
        .isInstanceOf(GitException.class)
        .hasMessageEndingWith("`git fetch --refetch --no-filter` gets what is missing");
    new RealGit(clone).run("fetch", "-q", "--refetch", "--no-filter");
    assertThat(read(clone, CommitQuery.everything())).hasSize(2);
  }

  @Test
  void aRepositoryWithoutCommitsSaysSo() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));

    // When
    assertThatThrownBy(() -> read(tree.root(), CommitQuery.everything()))
        // Then
        .isInstanceOf(GitException.class)
        .hasMessageEndingWith("has no commits yet");
  }

  @Test
  void whatIsNoRepositoryIsRefused() {
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> GitHistory.open(directory))
        .isInstanceOf(GitException.class)
        .hasMessage("'" + directory + "' is not in a git repository: name a directory of one");
    assertThatThrownBy(() -> GitHistory.open(missing))
        .isInstanceOf(GitException.class)
        .hasMessage("'" + missing + "' is not a directory");
  }

  @Test
  void beyondTheRenameLimitOnlyEqualContentsAreRenames() throws IOException {
    // Given
    int files = 1001;
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    for (int i = 0; i < files; i++) {
      tree.write("old/" + i, "same\nsame\nsame\n" + i + "\n");
    }
    tree.commitAll("before", TIME);
    tree.git().run("rm", "-q", "-r", "old");
    for (int i = 0; i < files; i++) {
      tree.write("new/x" + i, "same\nsame\nsame\n" + i + (i == 0 ? "" : "!") + "\n");
    }
    tree.commitAll("after", TIME.plusSeconds(1));

    // When
    Map<String, Map<String, FileChange>> read = filesBySha(tree.root());

    // Then
    assertThat(read).isEqualTo(Numstat.of(tree.git()));
  }

  @Test
  void whatTheConsumerThrowsEndsTheReading() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("one", "ada@example.org", TIME);

    // When
    try (GitHistory history = GitHistory.open(tree.root())) {
      List<CommitHeader> commits = history.commits(CommitQuery.everything());

      // Then
      assertThatThrownBy(
              () ->
                  history.read(
                      commits,
                      commit -> {
                        throw new IllegalStateException("enough");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("enough");
    }
  }

  private static List<Commit> read(Path path, CommitQuery query) {
    List<Commit> commits = new ArrayList<>();
    try (GitHistory history = GitHistory.open(path)) {
      history.read(history.commits(query), commits::add);
    }
    return commits;
  }

  private static Map<String, Map<String, FileChange>> filesBySha(Path path) {
    Map<String, Map<String, FileChange>> files = new HashMap<>();
    read(path, CommitQuery.everything())
        .forEach(commit -> files.put(commit.sha(), Numstat.filesOf(commit)));
    return files;
  }

  private static GitRepository describe(Path path) {
    try (GitHistory history = GitHistory.open(path)) {
      return history.repository();
    }
  }
}
