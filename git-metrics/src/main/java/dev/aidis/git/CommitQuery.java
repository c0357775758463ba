package dev.aidis.git;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of the non-merge commits reachable from HEAD are wanted.
 *
 * @param since only commits authored at that time or later; null for all. Commits without a
 *     readable time are always in, so that the caller can name them
 * @param author only commits of that e-mail, upper and lower case alike; null for everyone
 */
public record CommitQuery(@Nullable Instant since, @Nullable String author) {

  public static CommitQuery everything() {
    return new CommitQuery(null, null);
  }

  boolean wants(CommitHeader commit) {
    return isOfAuthor(commit) && isRecentEnough(commit);
  }

  private boolean isOfAuthor(CommitHeader commit) {
    return author == null
        || author.toLowerCase(Locale.ROOT).equals(commit.authorEmail().toLowerCase(Locale.ROOT));
  }

  private boolean isRecentEnough(CommitHeader commit) {
    Instant authoredAt = commit.authoredAt();
    return since == null || authoredAt == null || !authoredAt.isBefore(since);
  }
}
