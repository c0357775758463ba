package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository that is measured step by step, each time from where the last one ended. */
abstract class MeasurementStory {
  static final String ADA = "ada@example.org";
  static final Lines NOTHING = Lines.NONE;

  @TempDir Path directory;

  WorkTree tree;
  @Nullable MeasuredState state;
  private int time;

  @BeforeEach
  void init() throws IOException {
    tree = WorkTree.init(directory.resolve("shop"));
    tree.write("a.txt", "1\n2\n3\n");
    commit("first", ADA);
    measure();
  }

  final Lines measure() {
    return measure(tree.root());
  }

  final Lines measure(Path root) {
    try (GitMeasurement measurement = GitMeasurement.open(root)) {
      Measured measured = measurement.measure(state, ADA);
      assertThat(measured.increment().added()).isNotNegative();
      state = measured.state();
      return measured.increment();
    }
  }

  final void commit(String message, String author) {
    commit(tree, message, author);
  }

  final void commit(WorkTree where, String message, String author) {
    where.git().run("add", "-A");
    where.git().run(identity(author), "commit", "-q", "-m", message);
  }

  /** The same repository elsewhere. */
  final WorkTree cloned() {
    Path elsewhere = directory.resolve("elsewhere");
    tree.git().run("clone", "-q", tree.root().toString(), elsewhere.toString());
    WorkTree clone = new WorkTree(elsewhere, new RealGit(elsewhere));
    clone.git().run("config", "user.name", "Ada");
    clone.git().run("config", "user.email", ADA);
    return clone;
  }

  final Map<String, String> identity(String author) {
    String at = 1_700_000_000 + 60 * time++ + " +0000";
    return Map.of("GIT_AUTHOR_EMAIL", author, "GIT_AUTHOR_DATE", at, "GIT_COMMITTER_DATE", at);
  }
}
