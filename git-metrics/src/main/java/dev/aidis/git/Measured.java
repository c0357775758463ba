package dev.aidis.git;

import java.util.List;

/**
 * What a measurement found.
 *
 * @param first whether it was the first one of the repository, which only takes note of what is
 *     there
 * @param increment lines to be counted now; never negative
 * @param commits one's own commits that came or went since the last measurement, and what they
 *     count
 * @param uncommitted what differs from HEAD, as {@code git diff HEAD --numstat} has it
 * @param before the lines that differed at the last measurement
 * @param busy whether a merge, rebase or the like is under way: then uncommitted lines are taken to
 *     be those of the last measurement, because others' lines are among them
 * @param state to begin with the next time
 */
public record Measured(
    boolean first,
    Lines increment,
    List<MeasuredCommit> commits,
    List<FileChange> uncommitted,
    Lines before,
    boolean busy,
    MeasuredState state) {

  public Measured {
    commits = List.copyOf(commits);
    uncommitted = List.copyOf(uncommitted);
  }

  /** The sum of the uncommitted files. */
  public Lines uncommittedLines() {
    return Lines.of(uncommitted);
  }
}
