package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GitHistoryRandomTest {
  private static final int STEPS = 40;

  @TempDir private Path directory;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void everyCommitOfARandomHistoryHasTheFilesAndLinesThatGitSays(long seed) {
    // Given
    new RandomHistory(directory, seed).run(STEPS);
    Map<String, Map<String, FileChange>> expected = Numstat.of(new RealGit(directory));

    // When
    Map<String, Map<String, FileChange>> read = new TreeMap<>();
    try (GitHistory history = GitHistory.open(directory)) {
      List<CommitHeader> commits = history.commits(CommitQuery.everything());
      history.read(commits, commit -> read.put(commit.sha(), Numstat.filesOf(commit)));
    }

    // Then
    assertThat(read).containsExactlyInAnyOrderEntriesOf(expected);
  }
}
