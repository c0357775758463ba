package dev.aidis.git;

/** Lines added and removed between two versions of a text. */
record LineCount(int added, int removed) {
  static final LineCount NONE = new LineCount(0, 0);
}
