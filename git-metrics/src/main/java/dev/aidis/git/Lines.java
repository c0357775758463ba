package dev.aidis.git;

import java.util.Collection;

/** Lines added and removed; a difference of two may be negative. */
public record Lines(long added, long removed) {
  public static final Lines NONE = new Lines(0, 0);

  static Lines of(Collection<FileChange> files) {
    return new Lines(
        files.stream().mapToLong(FileChange::linesAdded).sum(),
        files.stream().mapToLong(FileChange::linesRemoved).sum());
  }

  public Lines plus(Lines other) {
    return new Lines(added + other.added, removed + other.removed);
  }

  public Lines minus(Lines other) {
    return new Lines(added - other.added, removed - other.removed);
  }

  /** The greater number of each. */
  public Lines max(Lines other) {
    return new Lines(Math.max(added, other.added), Math.max(removed, other.removed));
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
