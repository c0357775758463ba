package dev.aidis.cli.gitimport;

import dev.aidis.git.Commit;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.FileChange;
import java.time.Instant;
import java.util.List;

/** Makes commits for tests. */
final class Commits {
  static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");

  private Commits() {}

  static Commit of(String sha, String author, FileChange... files) {
    return new Commit(
        new CommitHeader(sha, author, TIME), "Subject " + sha, List.of(), List.of(files));
  }

  static Commit withTrailer(String coAuthor) {
    return new Commit(
        new CommitHeader("abc", "ada@example.org", TIME), "Subject", List.of(coAuthor), List.of());
  }
}
