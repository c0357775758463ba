package dev.aidis.git;

import org.jspecify.annotations.Nullable;

/** Where git's diff divides a comparison when finding the best place would take too long. */
final class Shortcuts {
  /** So many equal lines in a row are taken for a true match. */
  static final int LONG_RUN = 20;

  private static final int COST_BEFORE_RUNS_COUNT = 256;
  private static final int PROGRESS_PER_COST = 4;

  private final int[] before;
  private final int[] after;
  private final Box box;
  private final Paths forward;
  private final Paths backward;

  Shortcuts(int[] before, int[] after, Box box, Paths forward, Paths backward) {
    this.before = before;
    this.after = after;
    this.box = box;
    this.forward = forward;
    this.backward = backward;
  }

  /** The most advanced path that came through a long run of equal lines, if it is far ahead. */
  SplitSearch.@Nullable Split throughLongRun(int cost) {
    if (cost <= COST_BEFORE_RUNS_COUNT) {
      return null;
    }
    SplitSearch.Split fromStart = afterLongRun(cost);
    return fromStart != null ? fromStart : beforeLongRun(cost);
  }

  private SplitSearch.@Nullable Split afterLongRun(int cost) {
    SplitSearch.Split found = null;
    int best = PROGRESS_PER_COST * cost;
    for (int diagonal = forward.highest; diagonal >= forward.lowest; diagonal -= 2) {
      int oldLine = forward.at(diagonal);
      int newLine = oldLine - diagonal;
      int progress =
          oldLine - box.oldStart() + newLine - box.newStart() - Math.abs(diagonal - forward.middle);
      if (progress > best
          && box.oldStart() + LONG_RUN <= oldLine
          && oldLine < box.oldEnd()
          && box.newStart() + LONG_RUN <= newLine
          && newLine < box.newEnd()
          && areEqual(oldLine - LONG_RUN, newLine - LONG_RUN)) {
        best = progress;
        found = new SplitSearch.Split(oldLine, newLine, true, false);
      }
    }
    return found;
  }

  private SplitSearch.@Nullable Split beforeLongRun(int cost) {
    SplitSearch.Split found = null;
    int best = PROGRESS_PER_COST * cost;
    for (int diagonal = backward.highest; diagonal >= backward.lowest; diagonal -= 2) {
      int oldLine = backward.at(diagonal);
      int newLine = oldLine - diagonal;
      int progress =
          box.oldEnd() - oldLine + box.newEnd() - newLine - Math.abs(diagonal - backward.middle);
      if (progress > best
          && box.oldStart() < oldLine
          && oldLine <= box.oldEnd() - LONG_RUN
          && box.newStart() < newLine
          && newLine <= box.newEnd() - LONG_RUN
          && areEqual(oldLine, newLine)) {
        best = progress;
        found = new SplitSearch.Split(oldLine, newLine, false, true);
      }
    }
    return found;
  }

  private boolean areEqual(int oldLine, int newLine) {
    for (int i = 0; i < LONG_RUN; i++) {
      if (before[oldLine + i] != after[newLine + i]) {
        return false;
      }
    }
    return true;
  }

  /** The end of the path that came furthest, from the start or from the end. */
  SplitSearch.Split atFurthestPoint() {
    int furthest = -1;
    int furthestOldLine = -1;
    for (int diagonal = forward.highest; diagonal >= forward.lowest; diagonal -= 2) {
      // A path may have run out of the box by one step: cut it at the border.
      int oldLine = Math.min(Math.min(forward.at(diagonal), box.oldEnd()), box.newEnd() + diagonal);
      int sum = oldLine + oldLine - diagonal;
      if (sum > furthest) {
        furthest = sum;
        furthestOldLine = oldLine;
      }
    }
    int nearest = Integer.MAX_VALUE;
    int nearestOldLine = Integer.MAX_VALUE;
    for (int diagonal = backward.highest; diagonal >= backward.lowest; diagonal -= 2) {
      int oldLine =
          Math.max(Math.max(backward.at(diagonal), box.oldStart()), box.newStart() + diagonal);
      int sum = oldLine + oldLine - diagonal;
      if (sum < nearest) {
        nearest = sum;
        nearestOldLine = oldLine;
      }
    }
    boolean startCameFurther =
        box.oldEnd() + box.newEnd() - nearest < furthest - (box.oldStart() + box.newStart());
    return startCameFurther
        ? new SplitSearch.Split(furthestOldLine, furthest - furthestOldLine, true, false)
        : new SplitSearch.Split(nearestOldLine, nearest - nearestOldLine, false, true);
  }
}
