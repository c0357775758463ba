package dev.aidis.git;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What {@code git log --no-merges --numstat} says, read into the shape of {@link Commit}. */
final class Numstat {
  private static final String COMMIT_MARK = "\u0001";

  private Numstat() {}

  /** The changes by path of each commit by sha. */
  static Map<String, Map<String, FileChange>> of(RealGit git) {
    String log = git.run("log", "--no-merges", "--numstat", "-z", "--format=%x01%H");
    Map<String, Map<String, FileChange>> commits = new LinkedHashMap<>();
    Map<String, FileChange> files = new TreeMap<>();
    String[] tokens = log.split("\0", -1);
    for (int i = 0; i < tokens.length; i++) {
      String token = tokens[i].strip().isEmpty() ? "" : tokens[i];
      while (token.startsWith("\n")) {
        token = token.substring(1);
      }
      if (token.startsWith(COMMIT_MARK)) {
        files = new TreeMap<>();
        commits.put(token.substring(1, 41), files);
      } else if (!token.isEmpty()) {
        String[] columns = token.split("\t", 3);
        // A rename has an empty path, and the old and the new one as tokens of their own.
        String path = columns[2].isEmpty() ? tokens[i += 2] : columns[2];
        files.put(path, change(path, columns[0], columns[1]));
      }
    }
    return commits;
  }

  /** What {@code git diff HEAD} says, by path. */
  static Map<String, FileChange> uncommitted(RealGit git) {
    String diff = git.run("diff", "HEAD", "--numstat", "-z", "--ignore-submodules=dirty");
    Map<String, FileChange> files = new TreeMap<>();
    String[] tokens = diff.split("\0", -1);
    for (int i = 0; i < tokens.length; i++) {
      if (!tokens[i].isEmpty()) {
        String[] columns = tokens[i].split("\t", 3);
        String path = columns[2].isEmpty() ? tokens[i += 2] : columns[2];
        files.put(path, change(path, columns[0], columns[1]));
      }
    }
    return files;
  }

  /** The changes of a commit by path. */
  static Map<String, FileChange> filesOf(Commit commit) {
    Map<String, FileChange> files = new TreeMap<>();
    commit.files().forEach(file -> files.put(file.path(), file));
    return files;
  }

  private static FileChange change(String path, String added, String removed) {
    return added.equals("-")
        ? new FileChange(path, 0, 0, true)
        : new FileChange(path, Integer.parseInt(added), Integer.parseInt(removed), false);
  }
}
