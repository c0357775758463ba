package dev.aidis.git;

/**
 * The furthest reaching paths of one direction: for each diagonal (old line − new line) the old
 * line reached. Reused from search to search, as most searches touch few of the diagonals.
 */
final class Paths {
  private final int[] reached;

  /** Added to a diagonal for its place in the array. */
  private final int shift;

  /** What stands on a diagonal that no path has come to. */
  private final int unreached;

  int middle;
  int lowest;
  int highest;

  Paths(int diagonals, int shift, int unreached) {
    this.reached = new int[diagonals];
    this.shift = shift;
    this.unreached = unreached;
  }

  void start(int diagonal, int oldLine) {
    middle = diagonal;
    lowest = diagonal;
    highest = diagonal;
    reach(diagonal, oldLine);
  }

  /** Goes one diagonal further to both sides, or back where that would leave the box. */
  void widen(Box box) {
    if (lowest > box.oldStart() - box.newEnd()) {
      lowest--;
      reach(lowest - 1, unreached);
    } else {
      lowest++;
    }
    if (highest < box.oldEnd() - box.newStart()) {
      highest++;
      reach(highest + 1, unreached);
    } else {
      highest--;
    }
  }

  boolean holds(int diagonal) {
    return lowest <= diagonal && diagonal <= highest;
  }

  int at(int diagonal) {
    return reached[diagonal + shift];
  }

  void reach(int diagonal, int oldLine) {
    reached[diagonal + shift] = oldLine;
  }
}
