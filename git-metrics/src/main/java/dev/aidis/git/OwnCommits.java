package dev.aidis.git;

import dev.aidis.git.MeasuredCommit.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Finds what an author's commits did between two states of a repository's branches. */
final class OwnCommits {
  /** Clocks of machines differ; a copy is at least as old as its author time, by some clock. */
  static final int CLOCKS_DIFFER_SECONDS = 24 * 60 * 60;

  private final Repository repository;
  private final String author;

  OwnCommits(Repository repository, String authorEmail) {
    this.repository = repository;
    this.author = authorEmail.toLowerCase(Locale.ROOT);
  }

  /** Names a piece of work: git keeps author and author time when it rebases, amends or picks. */
  private record Work(long authoredAt, String subject) {}

  /** A commit before its lines are read. */
  record Found(String sha, Reason reason) {}

  List<Found> between(Set<String> before, Set<String> now) throws IOException {
    List<RevCommit> come = reachable(now, before);
    List<RevCommit> gone = reachable(before, now);
    if (come.isEmpty() && gone.isEmpty()) {
      return List.of();
    }
    MadeHere made = MadeHere.of(repository);
    SquashedWork squashed =
        new SquashedWork(
            repository,
            commit ->
                isOwn(commit)
                    && (made.contains(commit) || isAmong(gone, commit) || isAmong(come, commit)));
    Set<Work> shared = shared(come, gone, now);
    List<Found> found = new ArrayList<>();
    Set<Work> counted = new HashSet<>(shared);
    Set<String> merged = come.isEmpty() ? Set.of() : squashed.among(now, before);
    for (RevCommit commit : come.reversed()) {
      boolean here = made.contains(commit) || isAmong(gone, commit);
      Reason reason = here ? counting(Reason.NEW, commit, merged) : Reason.ELSEWHERE;
      found.add(new Found(commit.name(), counted.add(workOf(commit)) ? reason : Reason.COPY));
    }
    Set<Work> kept = new HashSet<>(shared);
    Set<String> living = gone.isEmpty() ? Set.of() : squashed.among(before, now);
    for (RevCommit commit : gone.reversed()) {
      boolean here = made.contains(commit) || isAmong(come, commit);
      boolean counts = kept.add(workOf(commit)) && here;
      Reason reason = counts ? counting(Reason.GONE, commit, living) : Reason.COPY;
      found.add(new Found(commit.name(), reason));
    }
    return found;
  }

  private static Reason counting(Reason reason, RevCommit commit, Set<String> merged) {
    return merged.contains(commit.name()) ? Reason.MERGED : reason;
  }

  /** Whether it was rebased or amended, whatever its message is now. */
  private static boolean isAmong(List<RevCommit> others, RevCommit commit) {
    long at = workOf(commit).authoredAt();
    return others.stream().anyMatch(other -> workOf(other).authoredAt() == at);
  }

  /** The works among commits that were there before and are there now. */
  private Set<Work> shared(List<RevCommit> come, List<RevCommit> gone, Set<String> now)
      throws IOException {
    long oldest = Long.MAX_VALUE;
    Set<String> changed = new HashSet<>();
    for (List<RevCommit> list : List.of(come, gone)) {
      for (RevCommit commit : list) {
        oldest = Math.min(oldest, workOf(commit).authoredAt());
        changed.add(commit.name());
      }
    }
    Set<Work> works = new HashSet<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.COMMIT_TIME_DESC);
      mark(walk, now, true);
      for (RevCommit commit : walk) {
        if (commit.getCommitTime() < oldest - CLOCKS_DIFFER_SECONDS) {
          break;
        }
        walk.parseBody(commit);
        if (commit.getParentCount() < 2 && isOwn(commit) && !changed.contains(commit.name())) {
          works.add(workOf(commit));
        }
        commit.disposeBody();
      }
    }
    return works;
  }

  /** One's own commits, the newest first. */
  private List<RevCommit> reachable(Set<String> from, Set<String> notFrom) throws IOException {
    if (notFrom.containsAll(from)) {
      return List.of();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.NO_MERGES);
      walk.setRetainBody(true);
      mark(walk, from, true);
      mark(walk, notFrom, false);
      List<RevCommit> own = new ArrayList<>();
      for (RevCommit commit : walk) {
        if (isOwn(commit)) {
          own.add(commit);
        }
      }
      return own;
    }
  }

  /** Begins or bounds a walk at tips, but for those that git has thrown away. */
  static void mark(RevWalk walk, Set<String> tips, boolean start) throws IOException {
    for (String tip : tips) {
      try {
        RevCommit commit = walk.parseCommit(ObjectId.fromString(tip));
        if (start) {
          walk.markStart(commit);
        } else {
          walk.markUninteresting(commit);
        }
      } catch (MissingObjectException collected) {
        // Git has thrown it away: nothing can be said of it.
      }
    }
  }

  private boolean isOwn(RevCommit commit) {
    return AuthorLine.of(commit.getRawBuffer()).email().toLowerCase(Locale.ROOT).equals(author);
  }

  private static Work workOf(RevCommit commit) {
    PersonIdent ident = commit.getAuthorIdent();
    long at = ident == null ? 0 : ident.getWhenAsInstant().getEpochSecond();
    return new Work(at, commit.getShortMessage());
  }
}
