package dev.aidis.git;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** One side of a change: what a tree has at a path. */
record TreeEntry(String path, int mode, ObjectId id) {
  private static final TreeEntry ABSENT = new TreeEntry("", 0, ObjectId.zeroId());

  static TreeEntry of(String path, int mode, ObjectId id) {
    return mode == 0 ? ABSENT : new TreeEntry(path, mode, id);
  }

  boolean exists() {
    return mode != 0;
  }

  boolean isRegularFile() {
    return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
  }

  boolean isSubmodule() {
    return FileMode.GITLINK.equals(mode);
  }

  String baseName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
