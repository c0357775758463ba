package dev.aidis.git;

/**
 * Counts the lines that git's default diff shows as added and removed.
 *
 * <p>A minimal diff alone does not give git's numbers: git first sets aside lines that would only
 * confuse the search (see {@link ConfusingLines}) and bounds the search itself (see {@link
 * SplitSearch}). The same three steps are taken here: what both texts begin and end with is cut
 * off, confusing lines are set aside as changed, and the rest is divided at points of the shortest
 * edit script (Myers 1986, the linear-space form).
 */
final class LineDiff {
  private final int[] before;
  private final int[] after;
  private final SplitSearch search;
  private int added;
  private int removed;

  private LineDiff(int[] before, int[] after) {
    this.before = before;
    this.after = after;
    this.search = new SplitSearch(before, after);
  }

  /** Both texts are given as one hash for each line; equal hashes are equal lines. */
  static LineCount between(long[] before, long[] after) {
    int prefix = commonPrefix(before, after);
    int suffix = commonSuffix(before, after, prefix);
    int beforeLeft = before.length - prefix - suffix;
    int afterLeft = after.length - prefix - suffix;
    if (beforeLeft == 0 || afterLeft == 0) {
      return new LineCount(afterLeft, beforeLeft);
    }
    LineClasses classes = LineClasses.of(before, after);
    int[] oldLines = ConfusingLines.without(classes.oldText(), prefix, suffix);
    int[] newLines = ConfusingLines.without(classes.newText(), prefix, suffix);
    LineDiff diff = new LineDiff(oldLines, newLines);
    diff.count(new Box(0, oldLines.length, 0, newLines.length), false);
    return new LineCount(
        diff.added + afterLeft - newLines.length, diff.removed + beforeLeft - oldLines.length);
  }

  private static int commonPrefix(long[] before, long[] after) {
    int limit = Math.min(before.length, after.length);
    int length = 0;
    while (length < limit && before[length] == after[length]) {
      length++;
    }
    return length;
  }

  private static int commonSuffix(long[] before, long[] after, int prefix) {
    int limit = Math.min(before.length, after.length) - prefix;
    int length = 0;
    while (length < limit
        && before[before.length - 1 - length] == after[after.length - 1 - length]) {
      length++;
    }
    return length;
  }

  private void count(Box box, boolean minimal) {
    Box core = withoutCommonEnds(box);
    if (core.isEmpty()) {
      added += core.newEnd() - core.newStart();
      removed += core.oldEnd() - core.oldStart();
      return;
    }
    SplitSearch.Split split = search.split(core, minimal);
    count(core.upTo(split.oldLine(), split.newLine()), split.firstIsMinimal());
    count(core.from(split.oldLine(), split.newLine()), split.secondIsMinimal());
  }

  private Box withoutCommonEnds(Box box) {
    int oldStart = box.oldStart();
    int newStart = box.newStart();
    int oldEnd = box.oldEnd();
    int newEnd = box.newEnd();
    while (oldStart < oldEnd && newStart < newEnd && before[oldStart] == after[newStart]) {
      oldStart++;
      newStart++;
    }
    while (oldStart < oldEnd && newStart < newEnd && before[oldEnd - 1] == after[newEnd - 1]) {
      oldEnd--;
      newEnd--;
    }
    return new Box(oldStart, oldEnd, newStart, newEnd);
  }
}
