package dev.aidis.git;

/** A part of the old text against a part of the new one; the ends are exclusive. */
record Box(int oldStart, int oldEnd, int newStart, int newEnd) {

  /** Whether nothing is left to compare: one side is all added or all removed. */
  boolean isEmpty() {
    return oldStart == oldEnd || newStart == newEnd;
  }

  Box upTo(int oldLine, int newLine) {
    return new Box(oldStart, oldLine, newStart, newLine);
  }

  Box from(int oldLine, int newLine) {
    return new Box(oldLine, oldEnd, newLine, newEnd);
  }
}
