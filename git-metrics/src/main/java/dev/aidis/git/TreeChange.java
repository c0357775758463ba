package dev.aidis.git;

/** What a commit changed at one path, or between the two paths of a rename. */
record TreeChange(TreeEntry before, TreeEntry after) {

  boolean isAddition() {
    return !before.exists();
  }

  boolean isDeletion() {
    return !after.exists();
  }

  String path() {
    return after.exists() ? after.path() : before.path();
  }
}
