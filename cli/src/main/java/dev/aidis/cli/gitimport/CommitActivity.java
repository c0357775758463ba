package dev.aidis.cli.gitimport;

import dev.aidis.git.Commit;
import dev.aidis.git.FileChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One activity that a commit becomes: the change of one of its files, or the commit as a whole.
 *
 * @param file null for the commit as a whole
 */
record CommitActivity(Commit commit, @Nullable FileChange file) {

  /** One for each file, then the commit itself: it measures what the files were. */
  static List<CommitActivity> of(Commit commit) {
    List<CommitActivity> activities = new ArrayList<>(commit.files().size() + 1);
    for (FileChange file : commit.files()) {
      activities.add(new CommitActivity(commit, file));
    }
    activities.add(new CommitActivity(commit, null));
    return activities;
  }

  long linesAdded() {
    return file == null ? 0 : file.linesAdded();
  }

  long linesRemoved() {
    return file == null ? 0 : file.linesRemoved();
  }
}
