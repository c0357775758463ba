package dev.aidis.git;

import org.jspecify.annotations.Nullable;

/**
 * Finds the point at which to divide a comparison: where the shortest edit script from the start
 * meets the one from the end (Myers 1986, section 4b). Like git it does not insist on the shortest:
 * once an edit script is long, a long enough run of equal lines far ahead is good enough, and
 * beyond a bound the furthest point reached is taken. So very different texts cost time in
 * proportion to their length, not to its square.
 *
 * <p>A path is known by its diagonal (old line − new line) and the furthest old line it reached.
 */
final class SplitSearch {
  private static final int LEAST_COST_BOUND = 256;

  /**
   * Where to divide, and which of the halves are to be compared without shortcuts: those of which
   * the search knows that they are worth it.
   */
  record Split(int oldLine, int newLine, boolean firstIsMinimal, boolean secondIsMinimal) {}

  private final int[] before;
  private final int[] after;
  private final int costBound;
  private final Paths forward;
  private final Paths backward;

  SplitSearch(int[] before, int[] after) {
    this.before = before;
    this.after = after;
    int diagonals = before.length + after.length + 3;
    this.costBound = Math.max(ConfusingLines.roughRoot(diagonals), LEAST_COST_BOUND);
    this.forward = new Paths(diagonals, after.length + 1, -1);
    this.backward = new Paths(diagonals, after.length + 1, Integer.MAX_VALUE);
  }

  /** Divides a box that begins and ends with different lines and is empty on neither side. */
  Split split(Box box, boolean minimal) {
    forward.start(box.oldStart() - box.newStart(), box.oldStart());
    backward.start(box.oldEnd() - box.newEnd(), box.oldEnd());
    boolean meetsForward = ((forward.middle - backward.middle) & 1) != 0;
    Shortcuts shortcuts = new Shortcuts(before, after, box, forward, backward);
    for (int cost = 1; ; cost++) {
      boolean sawRun = false;
      forward.widen(box);
      for (int diagonal = forward.highest; diagonal >= forward.lowest; diagonal -= 2) {
        sawRun |= advance(box, diagonal);
        if (meetsForward
            && backward.holds(diagonal)
            && backward.at(diagonal) <= forward.at(diagonal)) {
          return meeting(forward, diagonal);
        }
      }
      backward.widen(box);
      for (int diagonal = backward.highest; diagonal >= backward.lowest; diagonal -= 2) {
        sawRun |= retreat(box, diagonal);
        if (!meetsForward
            && forward.holds(diagonal)
            && backward.at(diagonal) <= forward.at(diagonal)) {
          return meeting(backward, diagonal);
        }
      }
      Split shortcut = minimal ? null : shortcut(shortcuts, cost, sawRun);
      if (shortcut != null) {
        return shortcut;
      }
    }
  }

  private @Nullable Split shortcut(Shortcuts shortcuts, int cost, boolean sawRun) {
    Split split = sawRun ? shortcuts.throughLongRun(cost) : null;
    return split == null && cost >= costBound ? shortcuts.atFurthestPoint() : split;
  }

  private static Split meeting(Paths paths, int diagonal) {
    int oldLine = paths.at(diagonal);
    return new Split(oldLine, oldLine - diagonal, true, true);
  }

  /** One edit and all equal lines after it; says whether these were many. */
  private boolean advance(Box box, int diagonal) {
    int removing = forward.at(diagonal - 1);
    int adding = forward.at(diagonal + 1);
    int begin = removing >= adding ? removing + 1 : adding;
    int line = begin;
    while (line < box.oldEnd()
        && line - diagonal < box.newEnd()
        && before[line] == after[line - diagonal]) {
      line++;
    }
    forward.reach(diagonal, line);
    return line - begin > Shortcuts.LONG_RUN;
  }

  /** As {@link #advance}, from the end. */
  private boolean retreat(Box box, int diagonal) {
    int adding = backward.at(diagonal - 1);
    int removing = backward.at(diagonal + 1);
    int begin = adding < removing ? adding : removing - 1;
    int line = begin;
    while (line > box.oldStart()
        && line - diagonal > box.newStart()
        && before[line - 1] == after[line - diagonal - 1]) {
      line--;
    }
    backward.reach(diagonal, line);
    return begin - line > Shortcuts.LONG_RUN;
  }
}
