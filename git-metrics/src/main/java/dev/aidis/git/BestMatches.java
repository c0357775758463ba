package dev.aidis.git;

import java.util.ArrayList;
import java.util.List;

/** The few best matches of one target: git remembers four, so that a taken source has a second. */
final class BestMatches {
  private static final int REMEMBERED = 4;

  private final List<Match> matches = new ArrayList<>(REMEMBERED);

  void offer(Match match) {
    if (matches.size() < REMEMBERED) {
      matches.add(match);
      return;
    }
    int worst = 0;
    for (int i = 1; i < REMEMBERED; i++) {
      if (matches.get(worst).isBetterThan(matches.get(i))) {
        worst = i;
      }
    }
    if (match.isBetterThan(matches.get(worst))) {
      matches.set(worst, match);
    }
  }

  void addTo(List<Match> all) {
    all.addAll(matches);
  }
}
