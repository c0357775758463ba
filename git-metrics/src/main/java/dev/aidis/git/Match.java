package dev.aidis.git;

import java.util.Comparator;

/** A possible rename and how much speaks for it. */
record Match(TreeEntry source, TreeEntry target, int score, boolean sharesName) {
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt(Match::score)
          .thenComparing(Match::sharesName, Boolean::compare)
          .reversed();

  boolean isBetterThan(Match other) {
    return BEST_FIRST.compare(this, other) < 0;
  }
}
