package dev.aidis.cli.setup;

import java.util.ArrayList;
import java.util.List;

/** What a change takes out of a text and puts into it, line by line, with two lines around. */
final class Diff {
  private static final int AROUND = 2;

  private Diff() {}

  static List<String> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int[][] common = common(old, now);
    List<String> all = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        all.add("  " + old.get(i++));
        j++;
      } else if (j >= now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        all.add("- " + old.get(i++));
      } else {
        all.add("+ " + now.get(j++));
      }
    }
    return near(all);
  }

  /** The lengths of the longest common sequences of what is left from each place on. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<String> near(List<String> all) {
    List<String> near = new ArrayList<>();
    boolean left = false;
    for (int i = 0; i < all.size(); i++) {
      if (isNear(all, i)) {
        near.add(all.get(i));
        left = false;
      } else if (!left) {
        near.add("  ...");
        left = true;
      }
    }
    return near;
  }

  private static boolean isNear(List<String> all, int line) {
    int from = Math.max(0, line - AROUND);
    int to = Math.min(all.size(), line + AROUND + 1);
    return all.subList(from, to).stream().anyMatch(near -> !near.startsWith("  "));
  }
}
