package dev.aidis.git;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures, on a repository of your choice, how well {@link GitHistory} agrees with git and how
 * fast either is. Not a test: run its main with the path of a repository.
 */
final class GitAgreement {
  private static final int DIFFERENCES_SHOWN = 20;

  private GitAgreement() {}

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    long start = System.nanoTime();
    Map<String, Map<String, FileChange>> expected = Numstat.of(new RealGit(directory));
    System.out.printf("git:   %d commits in %s%n", expected.size(), since(start));
    compare(directory, expected);
  }

  private static void compare(Path directory, Map<String, Map<String, FileChange>> expected) {
    LongAdder different = new LongAdder();
    LongAdder added = new LongAdder();
    LongAdder removed = new LongAdder();
    long start = System.nanoTime();
    try (GitHistory history = GitHistory.open(directory)) {
      List<CommitHeader> commits = history.commits(CommitQuery.everything());
      System.out.printf("ours:  %d commits listed in %s%n", commits.size(), since(start));
      history.read(
          commits,
          commit -> {
            added.add(commit.linesAdded());
            removed.add(commit.linesRemoved());
            Map<String, FileChange> files = Numstat.filesOf(commit);
            Map<String, FileChange> theirs = expected.getOrDefault(commit.sha(), Map.of());
            if (!files.equals(theirs)) {
              different.increment();
              show(different.intValue(), commit.sha(), files, theirs);
            }
          });
    }
    System.out.printf("ours:  read in %s%n", since(start));
    System.out.printf(
        "lines: +%d -%d, git +%d -%d%n",
        added.sum(), removed.sum(), sum(expected, true), sum(expected, false));
    System.out.printf(
        "commits that differ: %d of %d (%.3f %% agree)%n",
        different.sum(),
        expected.size(),
        100.0 * (expected.size() - different.sum()) / expected.size());
  }

  private static void show(
      int number, String sha, Map<String, FileChange> ours, Map<String, FileChange> theirs) {
    if (number > DIFFERENCES_SHOWN) {
      return;
    }
    System.out.println(sha);
    ours.values().stream()
        .filter(file -> !file.equals(theirs.get(file.path())))
        .limit(3)
        .forEach(file -> System.out.println("   ours " + file));
    theirs.values().stream()
        .filter(file -> !file.equals(ours.get(file.path())))
        .limit(3)
        .forEach(file -> System.out.println("   git  " + file));
  }

  private static long sum(Map<String, Map<String, FileChange>> commits, boolean added) {
    return commits.values().stream()
        .flatMap(files -> files.values().stream())
        .mapToLong(file -> added ? file.linesAdded() : file.linesRemoved())
        .sum();
  }

  private static Duration since(long startNanos) {
    return Duration.ofMillis((System.nanoTime() - startNanos) / 1_000_000);
  }
}
