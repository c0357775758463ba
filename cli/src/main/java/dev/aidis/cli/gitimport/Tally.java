package dev.aidis.cli.gitimport;

import dev.aidis.git.Commit;
import dev.aidis.git.CommitHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts what was read. */
final class Tally {
  final Set<String> authors = new HashSet<>();

  /** They were left out, because their author time cannot be. */
  final List<CommitHeader> withoutTime = new ArrayList<>();

  long commits;
  long linesAdded;
  long linesRemoved;

  void read(Commit commit) {
    commits++;
    linesAdded += commit.linesAdded();
    linesRemoved += commit.linesRemoved();
    authors.add(AuthorAsOwner.of(commit.header().authorEmail()));
  }
}
