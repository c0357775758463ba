package dev.aidis.queries.comparison;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What two lists have in common, each in alphabetical order. */
public record Overlap(List<String> common, List<String> onlyFirst, List<String> onlySecond) {

  public Overlap {
    common = List.copyOf(common);
    onlyFirst = List.copyOf(onlyFirst);
    onlySecond = List.copyOf(onlySecond);
  }

  static Overlap of(List<String> first, List<String> second) {
    return new Overlap(
        kept(first, second, true), kept(first, second, false), kept(second, first, false));
  }

  private static List<String> kept(List<String> from, List<String> other, boolean inBoth) {
    SortedSet<String> kept = new TreeSet<>(from);
    kept.removeIf(one -> other.contains(one) != inBoth);
    return List.copyOf(kept);
  }
}
