package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitRepositoryTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

  @TempDir private Path directory;

  @Test
  void aDirectoryBelowTheRootFindsTheRepository() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("one", "ada@example.org", TIME);
    Path below = Files.createDirectories(tree.root().resolve("a/b"));

    // When
    GitRepository found = describe(below);

    // Then
    assertThat(found)
        .isEqualTo(
            new GitRepository(
                "demo", tree.root().toString(), "trunk", "config@example.org", false, false));
  }

  @Test
  void theOriginNamesTheRepositoryAndItsPasswordStaysSecret() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("checkout"));
    tree.git().run("remote", "add", "origin", "https://ada:secret@host.example/team/demo.git");

    // When
    GitRepository found = describe(tree.root());

    // Then
    assertThat(found.name()).isEqualTo("demo");
    assertThat(found.location()).isEqualTo("https://host.example/team/demo.git");
  }

  @Test
  void anotherWorkTreeIsTheSameRepository() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("demo"));
    tree.commit("one", "ada@example.org", TIME);
    tree.git().run("worktree", "add", "-q", "-b", "side", directory.resolve("other").toString());

    // When
    GitRepository found = describe(directory.resolve("other"));

    // Then
    assertThat(found.name()).isEqualTo("demo");
    assertThat(found.branch()).isEqualTo("side");
  }

  @Test
  void theEMailIsTheOneThatGitTakesAlsoFromAConditionalInclude() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("work/demo"));
    Path included = Files.writeString(directory.resolve("work.config"), "[user]\nemail = w@x.y\n");
    tree.git().run("config", "includeIf.gitdir:" + directory + "/work/.path", included.toString());

    // When
    GitRepository found = describe(tree.root());

    // Then
    assertThat(found.userEmail()).isEqualTo("w@x.y");
  }

  private static GitRepository describe(Path path) {
    try (GitHistory history = GitHistory.open(path)) {
      return history.repository();
    }
  }
}
