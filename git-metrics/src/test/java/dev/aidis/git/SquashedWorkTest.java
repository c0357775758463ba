package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A branch is squashed into one commit and deleted: what counts after that. */
final class SquashedWorkTest extends MeasurementStory {

  @ParameterizedTest
  @ValueSource(strings = {ADA, "1+ada@users.noreply.example.org"})
  void aBranchThatWasSquashedElsewhereIsNotTakenBackWhenItIsDeleted(String author)
      throws IOException {
    // Given
    WorkTree service = cloned();
    branchOf100Lines();
    assertThat(measure()).isEqualTo(new Lines(100, 0));
    squash(service, "9\n", author);
    // When
    tree.git().run("pull", "-q", service.root().toString(), "trunk");
    assertThat(measure()).isEqualTo(NOTHING);
    tree.git().run("branch", "-q", "-D", "topic");
    // Then
    assertThat(measure()).isEqualTo(NOTHING);
    tree.write("c.txt", "c\nc\nc\n");
    commit("next", ADA);
    assertThat(measure()).isEqualTo(new Lines(3, 0));
    tree.git().run("branch", "topic", "ORIG_TOPIC");
    assertThat(measure()).isEqualTo(NOTHING);
  }

  @Test
  void aBranchOfOneCommitThatWasRebasedElsewhereCountsOnce() throws IOException {
    // Given
    WorkTree service = cloned();
    tree.git().run("checkout", "-q", "-b", "topic");
    tree.write("b.txt", "b\n".repeat(100));
    commit("topic", ADA);
    tree.git().run("checkout", "-q", "trunk");
    assertThat(measure()).isEqualTo(new Lines(100, 0));
    service.write("a.txt", "0\n1\n2\n3\n");
    commit(service, "others' work", "bob@example.org");
    service.git().run("fetch", "-q", tree.root().toString(), "topic");
    service.git().run("cherry-pick", "FETCH_HEAD");
    // When
    tree.git().run("pull", "-q", service.root().toString(), "trunk");
    tree.git().run("branch", "-q", "-D", "topic");
    // Then
    assertThat(measure()).isEqualTo(NOTHING);
    tree.write("c.txt", "c\nc\nc\n");
    commit("next", ADA);
    assertThat(measure()).isEqualTo(new Lines(3, 0));
  }

  @Test
  void aBranchThatWasMergedOtherwiseThanItWasCountsAsTakenBack() throws IOException {
    // Given
    WorkTree service = cloned();
    branchOf100Lines();
    measure();
    squash(service, "not what the branch had\n", ADA);
    tree.git().run("pull", "-q", service.root().toString(), "trunk");
    tree.git().run("branch", "-q", "-D", "topic");
    measure();
    // When
    tree.write("c.txt", "c\nc\nc\n");
    commit("next", ADA);
    // Then
    assertThat(measure()).isEqualTo(NOTHING);
  }

  @Test
  void aBranchThatWasSquashedHereCountsOnce() throws IOException {
    // Given
    branchOf100Lines();
    measure();
    tree.git().run("merge", "-q", "--squash", "topic");
    commit("squashed", ADA);
    tree.git().run("branch", "-q", "-D", "topic");
    assertThat(measure()).isEqualTo(NOTHING);
    // When
    tree.write("c.txt", "c\nc\nc\n");
    commit("next", ADA);
    // Then
    assertThat(measure()).isEqualTo(new Lines(3, 0));
  }

  /** Two commits; trunk is checked out again. */
  private void branchOf100Lines() throws IOException {
    tree.git().run("checkout", "-q", "-b", "topic");
    tree.write("b.txt", "b\n".repeat(90));
    commit("topic begins", ADA);
    tree.write("b.txt", "b\n".repeat(90) + "9\n".repeat(10));
    commit("topic ends", ADA);
    tree.git().run("update-ref", "ORIG_TOPIC", "topic");
    tree.git().run("checkout", "-q", "trunk");
  }

  /** What a hosting service makes of the branch, on top of another's work. */
  private void squash(WorkTree service, String line, String author) throws IOException {
    service.write("a.txt", "0\n1\n2\n3\n");
    commit(service, "others' work", "bob@example.org");
    service.write("b.txt", "b\n".repeat(90) + line.repeat(10));
    commit(service, "topic (#1)", author);
  }
}
