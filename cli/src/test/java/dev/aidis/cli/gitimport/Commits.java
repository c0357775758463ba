package dev.aidis.cli.gitimport;

import dev.aidis.git.Commit;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.FileChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

  /** That many commits without files, by authors in turn. */
  static List<CommitActivity> activities(int count, String... authors) {
    List<CommitActivity> activities = new ArrayList<>();
    IntStream.range(0, count)
        .mapToObj(i -> of(Integer.toString(i), authors[i % authors.length]))
        .forEach(commit -> activities.addAll(CommitActivity.of(commit)));
    return activities;
  }
}
