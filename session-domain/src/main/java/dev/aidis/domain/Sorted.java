package dev.aidis.domain;

import java.util.List;
import java.util.TreeSet;

/** Sorted lists without duplicates. */
final class Sorted {
  /**
   * More distinct tags, machines or clients than this in one session are not listed, so that its
   * size stays bounded.
   */
  static final int MAX = 200;

  private Sorted() {}

  static List<String> distinct(List<String> values) {
    return values.size() < 2 ? values : List.copyOf(new TreeSet<>(values));
  }

  /** The union of two sorted lists; one of the two itself when it holds the other. */
  static List<String> union(List<String> a, List<String> b) {
    if (b.isEmpty() || a.equals(b)) {
      return a;
    }
    if (a.isEmpty()) {
      return b;
    }
    TreeSet<String> union = new TreeSet<>(a);
    if (!union.addAll(b)) {
      return a;
    }
    return union.stream().limit(MAX).toList();
  }
}
