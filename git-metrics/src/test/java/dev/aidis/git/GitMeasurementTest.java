package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each is a small story: what is told after each step. */
final class GitMeasurementTest {
  private static final String ADA = "ada@example.org";
  private static final Lines NOTHING = Lines.NONE;

  @TempDir private Path directory;

  private WorkTree tree;
  private @Nullable MeasuredState state;
  private int time;

  @BeforeEach
  void init() throws IOException {
    tree = WorkTree.init(directory.resolve("shop"));
    tree.write("a.txt", "1\n2\n3\n");
    commit("first", ADA);
    measure();
  }

  @Test
  void uncommittedLinesCountAndCommittingThemAddsNothing() throws IOException {
    tree.write("a.txt", "1\n2\n3\n4\n5\n");
    assertThat(measure()).isEqualTo(new Lines(2, 0));
    assertThat(measure()).isEqualTo(NOTHING);
    commit("second", ADA);
    assertThat(measure()).isEqualTo(NOTHING);
    tree.write("a.txt", "1\n3\n4\n5\n6\n");
    commit("third", ADA);
    assertThat(measure()).isEqualTo(new Lines(1, 1));
  }

  @Test
  void filesThatGitDoesNotKnowCountWhenItDoes() throws IOException {
    tree.write("b.txt", "x\ny\n");
    assertThat(measure()).isEqualTo(NOTHING);
    tree.git().run("add", "b.txt");
    assertThat(measure()).isEqualTo(new Lines(2, 0));
  }

  @Test
  void whatIsRevertedIsNotTakenBackButCountsOnlyOnceWhenItComesAgain() throws IOException {
    tree.write("a.txt", "1\n2\n3\n4\n5\n");
    measure();
    tree.git().run("stash", "-q");
    assertThat(measure()).isEqualTo(NOTHING);
    tree.git().run("stash", "pop", "-q");
    assertThat(measure()).isEqualTo(NOTHING);
    tree.write("a.txt", "1\n2\n3\n4\n5\n6\n");
    assertThat(measure()).isEqualTo(new Lines(1, 0));
  }

  @Test
  void anAmendedCommitCountsWhatItHasMore() throws IOException {
    tree.write("a.txt", "1\n2\n3\n4\n");
    commit("second", ADA);
    measure();
    tree.write("a.txt", "1\n2\n3\n4\n5\n6\n");
    tree.git().run("commit", "-q", "-a", "--amend", "-m", "in other words");
    assertThat(measure()).isEqualTo(new Lines(2, 0));
  }

  @Test
  void aCommitTakenBackIntoTheWorkTreeCountsOnce() throws IOException {
    tree.write("a.txt", "1\n2\n3\n4\n");
    commit("second", ADA);
    measure();
    tree.git().run("reset", "-q", "--soft", "HEAD~1");
    assertThat(measure()).isEqualTo(NOTHING);
    commit("third", ADA);
    assertThat(measure()).isEqualTo(NOTHING);
  }

  @Test
  void switchingMergingRebasingAndPickingCountNothing() throws IOException {
    tree.git().run("checkout", "-q", "-b", "side");
    tree.write("b.txt", "b\n");
    commit("on the side", ADA);
    tree.git().run("checkout", "-q", "trunk");
    tree.write("c.txt", "c\nc\n");
    commit("on the trunk", ADA);
    assertThat(measure()).isEqualTo(new Lines(3, 0));

    tree.git().run("checkout", "-q", "side");
    assertThat(measure()).isEqualTo(NOTHING);
    tree.git().run("rebase", "-q", "trunk");
    assertThat(measure()).isEqualTo(NOTHING);
    tree.git().run("checkout", "-q", "-b", "other", "HEAD~2");
    tree.git().run("cherry-pick", "side");
    assertThat(measure()).isEqualTo(NOTHING);
    tree.git().run("checkout", "-q", "trunk");
    tree.git().run("merge", "-q", "--no-ff", "--no-edit", "side");
    assertThat(measure()).isEqualTo(NOTHING);
    tree.git().run("branch", "-q", "-D", "side", "other");
    assertThat(measure()).isEqualTo(NOTHING);
  }

  @Test
  void whatIsPulledCountsNothingEvenOfOnesOwn() throws IOException {
    // Given
    Path elsewhere = directory.resolve("elsewhere");
    tree.git().run("clone", "-q", tree.root().toString(), elsewhere.toString());
    WorkTree clone = new WorkTree(elsewhere, new RealGit(elsewhere));
    clone.git().run("config", "user.name", "Ada");
    clone.git().run("config", "user.email", ADA);
    for (String author : new String[] {"bob@example.org", ADA}) {
      clone.write(author + ".txt", "x\n");
      clone.git().run("add", "-A");
      clone.git().run(identity(author), "commit", "-q", "-m", "by " + author);
    }
    tree.git().run("pull", "-q", elsewhere.toString(), "trunk");
    // When / Then
    assertThat(measure()).isEqualTo(NOTHING);
  }

  @Test
  void eachWorkTreeHasItsOwnUncommittedLinesAndSharesTheCommits() throws IOException {
    // Given
    Path second = directory.resolve("second");
    tree.git().run("worktree", "add", "-q", "-b", "topic", second.toString());
    WorkTree other = new WorkTree(second, new RealGit(second));
    assertThat(measure(second)).isEqualTo(NOTHING);
    // When / Then
    other.write("a.txt", "1\n2\n3\n4\n");
    assertThat(measure()).isEqualTo(NOTHING);
    assertThat(measure(second)).isEqualTo(new Lines(1, 0));
    other.git().run("add", "-A");
    other.git().run(identity(ADA), "commit", "-q", "-m", "in the other");
    assertThat(measure(second)).isEqualTo(NOTHING);
    assertThat(measure()).isEqualTo(NOTHING);
  }

  @Test
  void whileAMergeIsUnderWayOthersLinesDoNotCount() throws IOException {
    // Given
    tree.git().run("checkout", "-q", "-b", "side");
    tree.write("b.txt", "b\nb\n");
    commit("theirs", "bob@example.org");
    tree.git().run("checkout", "-q", "trunk");
    measure();
    // When
    tree.git().run("merge", "-q", "--no-ff", "--no-commit", "side");
    // Then
    assertThat(measure()).isEqualTo(NOTHING);
    tree.git().run(identity(ADA), "commit", "-q", "-m", "merged");
    assertThat(measure()).isEqualTo(NOTHING);
  }

  @Test
  void aRepositoryWithoutCommitsIsMeasuredFromItsFirstFile() throws IOException {
    // Given
    tree = WorkTree.init(directory.resolve("empty"));
    state = null;
    assertThat(measure()).isEqualTo(NOTHING);
    // When
    tree.write("a.txt", "1\n2\n");
    commit("first", ADA);
    // Then
    assertThat(measure()).isEqualTo(new Lines(2, 0));
  }

  private Lines measure() {
    return measure(tree.root());
  }

  private Lines measure(Path root) {
    try (GitMeasurement measurement = GitMeasurement.open(root)) {
      Measured measured = measurement.measure(state, ADA);
      assertThat(measured.increment().added()).isNotNegative();
      state = measured.state();
      return measured.increment();
    }
  }

  private void commit(String message, String author) {
    tree.git().run("add", "-A");
    tree.git().run(identity(author), "commit", "-q", "-m", message);
  }

  private Map<String, String> identity(String author) {
    String at = 1_700_000_000 + 60 * time++ + " +0000";
    return Map.of("GIT_AUTHOR_EMAIL", author, "GIT_AUTHOR_DATE", at, "GIT_COMMITTER_DATE", at);
  }
}
