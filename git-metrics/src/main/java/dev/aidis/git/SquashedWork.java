package dev.aidis.git;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.PatchIdDiffFormatter;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds branches whose whole change a single commit holds, as a hosting service makes it of a pull
 * request. The rule: the commit adds and removes the same lines of the same files as {@code git
 * merge --squash} of the branch would have. So a branch that was changed while it was merged, or
 * after it was last measured, is not found.
 */
final class SquashedWork {
  /** The oldest since the branch's end: it is merged soon, or others' work is compared for long. */
  private static final int CANDIDATES_READ = 2_000;

  private final Repository repository;
  private final Predicate<RevCommit> counted;

  /**
   * @param counted tells of a commit whether it counted itself: then it keeps nothing else counted
   */
  SquashedWork(Repository repository, Predicate<RevCommit> counted) {
    this.repository = repository;
    this.counted = counted;
  }

  /**
   * Of the commits that are reachable from some tips and not from others, those whose branch lives
   * on in a commit that the others reach. Their names.
   */
  Set<String> among(Set<String> tips, Set<String> others) throws IOException {
    Set<String> living = new HashSet<>();
    for (String tip : tips) {
      if (!others.contains(tip)) {
        List<RevCommit> branch = commits(Set.of(tip), others, 0);
        if (livesOn(branch, others)) {
          branch.forEach(commit -> living.add(commit.name()));
        }
      }
    }
    return living;
  }

  private boolean livesOn(List<RevCommit> branch, Set<String> others) throws IOException {
    if (branch.isEmpty()) {
      return false;
    }
    RevCommit tip = branch.getFirst();
    List<RevCommit> candidates = candidates(tip, others);
    if (candidates.isEmpty()) {
      return false;
    }
    try (DiffFormatter changes = new DiffFormatter(OutputStream.nullOutputStream())) {
      changes.setRepository(repository);
      changes.setDetectRenames(false);
      Set<String> touched = new HashSet<>();
      for (RevCommit commit : branch) {
        touched.addAll(paths(changes, commit));
      }
      for (RevCommit candidate : candidates) {
        Set<String> paths = paths(changes, candidate);
        if (!paths.isEmpty() && touched.containsAll(paths) && holds(candidate, tip)) {
          return true;
        }
      }
      return false;
    } catch (MissingObjectException collected) {
      // Git has thrown away, or never fetched, a part of it: nothing can be said of it.
      return false;
    }
  }

  /** The commits since a branch's end, but those that counted; the oldest first. */
  private List<RevCommit> candidates(RevCommit tip, Set<String> others) throws IOException {
    int end = tip.getCommitTime() - OwnCommits.CLOCKS_DIFFER_SECONDS;
    return commits(others, Set.of(tip.name()), end).reversed().stream()
        .filter(commit -> commit.getParentCount() == 1 && !counted.test(commit))
        .limit(CANDIDATES_READ)
        .toList();
  }

  /** Of a merge none: what it joins is told by the commits that it joins. */
  private static Set<String> paths(DiffFormatter changes, RevCommit commit) throws IOException {
    Set<String> paths = new HashSet<>();
    if (commit.getParentCount() < 2) {
      @Nullable ObjectId before = commit.getParentCount() == 0 ? null : commit.getParent(0);
      for (DiffEntry change : changes.scan(before, commit)) {
        paths.add(
            change.getChangeType() == DiffEntry.ChangeType.DELETE
                ? change.getOldPath()
                : change.getNewPath());
      }
    }
    return paths;
  }

  private boolean holds(RevCommit candidate, RevCommit tip) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(candidate.getParent(0)));
      walk.markStart(walk.parseCommit(tip));
      RevCommit base = walk.next();
      return base != null && patchId(base, tip).equals(patchId(candidate.getParent(0), candidate));
    }
  }

  /** Without context: lines around a change may have become others meanwhile. */
  private ObjectId patchId(ObjectId before, ObjectId after) throws IOException {
    try (PatchIdDiffFormatter patch = new PatchIdDiffFormatter()) {
      patch.setRepository(repository);
      patch.setDetectRenames(false);
      patch.setContext(0);
      patch.format(before, after);
      patch.flush();
      return patch.getCalulatedPatchId();
    }
  }

  /**
   * The newest first.
   *
   * @param end in seconds since 1970; what was committed before is left out
   */
  private List<RevCommit> commits(Set<String> from, Set<String> notFrom, int end)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.COMMIT_TIME_DESC);
      OwnCommits.mark(walk, from, true);
      OwnCommits.mark(walk, notFrom, false);
      List<RevCommit> commits = new ArrayList<>();
      for (RevCommit commit : walk) {
        if (commit.getCommitTime() < end) {
          break;
        }
        commits.add(commit);
      }
      return commits;
    }
  }
}
