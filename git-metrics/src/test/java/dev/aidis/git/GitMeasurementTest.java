package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each is a small story: what is told after each step. */
final class GitMeasurementTest extends MeasurementStory {
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
    WorkTree clone = cloned();
    for (String author : new String[] {"bob@example.org", ADA}) {
      clone.write(author + ".txt", "x\n");
      commit(clone, "by " + author, author);
    }
    tree.git().run("pull", "-q", clone.root().toString(), "trunk");
    // When / Then
    assertThat(measure()).isEqualTo(NOTHING);
  }

  @Test
  void whatAPullRebasesCountsThoughItsCommitIsNew() throws IOException {
    // Given
    WorkTree clone = cloned();
    clone.write("b.txt", "x\n");
    commit(clone, "made elsewhere", ADA);
    tree.write("c.txt", "c\n".repeat(30));
    commit("made here", ADA);
    // When
    tree.git().run("pull", "-q", "--rebase", clone.root().toString(), "trunk");
    // Then
    assertThat(measure()).isEqualTo(new Lines(30, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fix the fast-forward button",
        "Describe (start) and (finish)",
        "pull: Fast-forward",
        "fast-forward"
      })
  void noSubjectKeepsACommitFromCounting(String subject) throws IOException {
    // Given
    tree.write("a.txt", "1\n2\n3\n4\n");
    // When
    commit(subject, ADA);
    // Then
    assertThat(measure()).isEqualTo(new Lines(1, 0));
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
}
