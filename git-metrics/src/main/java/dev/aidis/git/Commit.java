package dev.aidis.git;

import java.util.List;

/**
 * A commit and what it did to each file.
 *
 * @param subject the first paragraph of the message in one line, {@code %s}
 * @param coAuthors the values of the message's {@code Co-Authored-By} trailers
 * @param files in no promised order, at most one for each path
 */
public record Commit(
    CommitHeader header, String subject, List<String> coAuthors, List<FileChange> files) {

  public Commit {
    coAuthors = List.copyOf(coAuthors);
    files = List.copyOf(files);
  }

  public String sha() {
    return header.sha();
  }

  public long linesAdded() {
    return files.stream().mapToLong(FileChange::linesAdded).sum();
  }

  public long linesRemoved() {
    return files.stream().mapToLong(FileChange::linesRemoved).sum();
  }
}
