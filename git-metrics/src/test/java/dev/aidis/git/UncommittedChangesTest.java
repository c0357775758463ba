package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not committed is what {@code git diff HEAD --numstat} says. */
final class UncommittedChangesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 5, 7})
  void ofRandomWorkItIsWhatGitSays(long seed) throws IOException {
    // Given
    Path root = directory.resolve("random");
    Files.createDirectories(root);
    RandomHistory history = new RandomHistory(root, seed);
    history.run(6);
    for (int i = 0; i < 3; i++) {
      // When
      history.leaveUncommitted();
      // Then
      assertThat(ours(root).values())
          .as("seed %d, step %d", seed, i)
          .containsExactlyElementsOf(gits(root).values());
    }
  }

  @Test
  void lineEndsAreThoseOfTheRepository() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("crlf"));
    tree.git().run("config", "core.autocrlf", "true");
    tree.write("a.txt", "1\r\n2\r\n");
    tree.git().run("add", "-A");
    tree.git().run("commit", "-q", "-m", "first");
    // When
    tree.write("a.txt", "1\r\n2\r\n3\r\n");
    // Then
    assertThat(ours(tree.root())).isEqualTo(gits(tree.root()));
    assertThat(ours(tree.root()).get("a.txt")).isEqualTo(new FileChange("a.txt", 1, 0, false));
  }

  @Test
  void aConflictAFileThatIsToBeAddedAndOneThatIsNoLongerTrackedAreGits() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory.resolve("conflict"));
    tree.write("a.txt", "1\n2\n3\n");
    tree.write("b.txt", "b\n");
    tree.git().run("add", "-A");
    tree.git().run("commit", "-q", "-m", "first");
    tree.git().run("checkout", "-q", "-b", "side");
    tree.write("a.txt", "1\nside\n3\n");
    tree.git().run("commit", "-q", "-a", "-m", "side");
    tree.git().run("checkout", "-q", "trunk");
    tree.write("a.txt", "1\ntrunk\n3\n");
    tree.git().run("commit", "-q", "-a", "-m", "trunk");
    // When
    tree.git().attempt(Map.of(), "merge", "side");
    tree.git().run("rm", "-q", "--cached", "b.txt");
    tree.write("c.txt", "c\nc\n");
    tree.git().run("add", "-N", "c.txt");
    // Then
    assertThat(ours(tree.root())).hasSize(3).isEqualTo(gits(tree.root()));
  }

  private static Map<String, FileChange> ours(Path root) throws IOException {
    try (Repository repository = Repositories.around(root)) {
      Map<String, FileChange> files = new TreeMap<>();
      new UncommittedChanges(repository).read().forEach(file -> files.put(file.path(), file));
      files.values().removeIf(file -> isNothing(file));
      return files;
    }
  }

  private static Map<String, FileChange> gits(Path root) {
    Map<String, FileChange> files = Numstat.uncommitted(new RealGit(root));
    files.values().removeIf(file -> isNothing(file));
    return files;
  }

  /** Git also names files of which only the mode changed, and renames without a change. */
  private static boolean isNothing(FileChange file) {
    return file.linesAdded() == 0 && file.linesRemoved() == 0 && !file.binary();
  }
}
