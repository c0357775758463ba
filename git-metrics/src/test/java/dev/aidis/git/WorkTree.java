package dev.aidis.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A repository that a test fills by git. */
record WorkTree(Path root, RealGit git) {

  static WorkTree init(Path root) throws IOException {
    Files.createDirectories(root);
    RealGit git = new RealGit(root);
    git.run("init", "-q", "-b", "trunk");
    git.run("config", "user.name", "Config");
    git.run("config", "user.email", "config@example.org");
    return new WorkTree(root, git);
  }

  void write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** Changes a file and commits it. */
  void commit(String message, String authorEmail, Instant authoredAt) throws IOException {
    write("file.txt", message + "\n");
    git.run("add", "-A");
    git.run(
        Map.of("GIT_AUTHOR_EMAIL", authorEmail, "GIT_AUTHOR_DATE", gitTime(authoredAt)),
        "commit",
        "-q",
        "-m",
        message);
  }

  void commitAll(String message, Instant authoredAt) {
    git.run("add", "-A");
    git.run(Map.of("GIT_AUTHOR_DATE", gitTime(authoredAt)), "commit", "-q", "-m", message);
  }

  /** Commits with an author line that git itself would not write. */
  void commitRaw(String author) throws IOException {
    String tree = git.run("rev-parse", "HEAD^{tree}").strip();
    String parent = git.run("rev-parse", "HEAD").strip();
    Path file = root.resolve(".git/raw-commit");
    Files.writeString(
        file,
        """
        tree %s
        parent %s
        author %s
        committer C <c@example.org> 1700000000 +0000

        raw
        """
            .formatted(tree, parent, author));
    String sha =
        git.run("hash-object", "--literally", "-t", "commit", "-w", file.toString()).strip();
    git.run("update-ref", "refs/heads/trunk", sha);
  }

  private static String gitTime(Instant time) {
    return time.getEpochSecond() + " +0000";
  }
}
