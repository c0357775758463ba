package dev.aidis.benchmarks.git;

import dev.aidis.git.Commit;
import dev.aidis.git.CommitQuery;
import dev.aidis.git.FileChange;
import dev.aidis.git.GitHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many commits have the same numbers here and there.
 *
 * @param theirs what git says
 * @param ours what git-metrics says
 */
record Agreement(String name, long commits, long agreeing, Sum theirs, Sum ours) {
  private static final String MARK = "\u0001";

  /** Lines added and removed. */
  record Sum(long added, long removed) {
    Sum plus(long more, long less) {
      return new Sum(added + more, removed + less);
    }
  }

  static Agreement of(Path repository) throws IOException, InterruptedException {
    Map<String, List<String>> numstat =
        Git.run(
            repository,
            Agreement::read,
            "log",
            "--no-merges",
            "--numstat",
            "--format=" + MARK + "%H");
    long[] agreeing = {0};
    Sum[] ours = {new Sum(0, 0)};
    try (GitHistory history = GitHistory.open(repository)) {
      history.read(
          history.commits(CommitQuery.everything()),
          commit -> {
            ours[0] = ours[0].plus(commit.linesAdded(), commit.linesRemoved());
            if (numbers(commit).equals(numstat.get(commit.sha()))) {
              agreeing[0]++;
            }
          });
    }
    return new Agreement(name(repository), numstat.size(), agreeing[0], sum(numstat), ours[0]);
  }

  double share() {
    return commits == 0 ? 100 : 100.0 * agreeing / commits;
  }

  List<String> cells() {
    return List.of(
        name,
        number(commits),
        String.format(Locale.ROOT, "%,d (%.3f %%)", agreeing, share()),
        number(theirs.added),
        number(ours.added),
        number(theirs.removed),
        number(ours.removed));
  }

  /** The two numbers of each file of each commit, sorted: paths are written in several ways. */
  private static Map<String, List<String>> read(BufferedReader lines) throws IOException {
    Map<String, List<String>> commits = new HashMap<>();
    List<String> files = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(MARK)) {
        files = new ArrayList<>();
        commits.put(line.substring(1), files);
      } else if (!line.isEmpty()) {
        String[] columns = line.split("\t", 3);
        files.add(columns[0] + " " + columns[1]);
      }
    }
    commits.values().forEach(Collections::sort);
    return commits;
  }

  private static List<String> numbers(Commit commit) {
    return commit.files().stream().map(Agreement::numbers).sorted().toList();
  }

  private static String numbers(FileChange file) {
    return file.binary() ? "- -" : file.linesAdded() + " " + file.linesRemoved();
  }

  private static Sum sum(Map<String, List<String>> commits) {
    Sum sum = new Sum(0, 0);
    for (List<String> files : commits.values()) {
      for (String file : files) {
        if (!file.equals("- -")) {
          int space = file.indexOf(' ');
          sum =
              sum.plus(
                  Long.parseLong(file.substring(0, space)),
                  Long.parseLong(file.substring(space + 1)));
        }
      }
    }
    return sum;
  }

  /** The last part of the path that says something. */
  private static String name(Path repository) {
    Path path = repository.toAbsolutePath().normalize();
    String last = String.valueOf(path.getFileName());
    boolean saysNothing = last.equals("repo") || last.equals(".git");
    return saysNothing && path.getParent() != null
        ? String.valueOf(path.getParent().getFileName())
        : last;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
