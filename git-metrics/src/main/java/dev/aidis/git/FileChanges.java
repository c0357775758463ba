package dev.aidis.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts the lines of changes, those of renamed files between old and new name. */
final class FileChanges {
  private final BlobReader blobs;
  private final Renames renames;

  FileChanges(BlobReader blobs) {
    this.blobs = blobs;
    this.renames = new Renames(blobs);
  }

  List<FileChange> of(List<TreeChange> changes) throws IOException {
    List<FileChange> files = new ArrayList<>();
    for (TreeChange change : renames.joined(changes)) {
      files.add(counted(change));
    }
    return files;
  }

  private FileChange counted(TreeChange change) throws IOException {
    Blob before = blobs.read(change.before());
    Blob after = blobs.read(change.after());
    if (before.binary() || after.binary()) {
      return new FileChange(change.path(), 0, 0, true);
    }
    LineCount count = LineDiff.between(before.lines(), after.lines());
    return new FileChange(change.path(), count.added(), count.removed(), false);
  }
}
