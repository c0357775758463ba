package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileAttributesTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

  @TempDir private Path directory;

  @Test
  void attributesDecideWhatIsBinaryAsTheyDoForGit() throws IOException {
    // Given
    WorkTree tree = WorkTree.init(directory);
    tree.write(
        ".gitattributes",
        """
        [attr]generated -diff
        *.lock -diff
        *.bin diff
        *.dat binary
        docs/* generated
        *.drv diff=java
        *.txt -diff
        *.txt !diff
        """);
    tree.write("deep/.gitattributes", "*.lock diff\n");
    for (String path :
        new String[] {"a.lock", "b.bin", "c.dat", "docs/d.md", "e.drv", "f.txt", "deep/g.lock"}) {
      tree.write(path, "one\0\ntwo\n");
    }
    tree.write("docs/deep/h.md", "one\n");
    Files.writeString(tree.root().resolve(".git/info/attributes"), "e.drv -diff\n");
    tree.commitAll("one", TIME);

    // When
    Map<String, Map<String, FileChange>> read = new TreeMap<>();
    try (GitHistory history = GitHistory.open(directory)) {
      history.read(
          history.commits(CommitQuery.everything()),
          commit -> read.put(commit.sha(), Numstat.filesOf(commit)));
    }

    // Then
    assertThat(read).isEqualTo(Numstat.of(tree.git()));
    assertThat(read.values().iterator().next().values())
        .filteredOn(FileChange::binary)
        .extracting(FileChange::path)
        .containsExactlyInAnyOrder("a.lock", "c.dat", "docs/d.md", "e.drv", "f.txt");
  }
}
