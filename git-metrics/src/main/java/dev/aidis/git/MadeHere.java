package dev.aidis.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * The commits that were made in this repository rather than pulled into it, as its reflogs tell. A
 * repository that keeps none is believed to have made all.
 */
final class MadeHere {
  private static final int ENTRIES_READ = 2_000;

  /** What git notes begins so when it moves a branch to a commit that is there already. */
  private static final List<String> MOVES =
      List.of(
          "pull", "initial pull", "merge", "checkout", "reset", "clone", "fetch", "branch", "push");

  /** The step of a rebase or of a commit, such as {@code pull --rebase origin (pick)}. */
  private static final Pattern STEP = Pattern.compile("\\(([^()]+)\\)$");

  /** The steps of a rebase that move only; the others (pick, reword, continue ...) make. */
  private static final Set<String> MOVING_STEPS = Set.of("start", "finish", "abort", "reset");

  private final boolean all;
  private final Set<ObjectId> made;

  private MadeHere(boolean all, Set<ObjectId> made) {
    this.all = all;
    this.made = made;
  }

  static MadeHere of(Repository repository) throws IOException {
    Set<ObjectId> made = new HashSet<>();
    boolean any = read(repository.getRefDatabase().getReflogReader(Constants.HEAD), made);
    for (Ref branch : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
      any |= read(repository.getRefDatabase().getReflogReader(branch), made);
    }
    return new MadeHere(!any, made);
  }

  boolean contains(RevCommit commit) {
    return all || made.contains(commit);
  }

  private static boolean read(@Nullable ReflogReader reflog, Set<ObjectId> made)
      throws IOException {
    if (reflog == null) {
      return false;
    }
    List<ReflogEntry> entries = reflog.getReverseEntries(ENTRIES_READ);
    for (ReflogEntry entry : entries) {
      if (isMaking(entry.getComment())) {
        made.add(entry.getNewId().copy());
      }
    }
    return !entries.isEmpty();
  }

  /**
   * By what git did, which stands before the first colon; after it may be the commit's subject,
   * which says nothing of it. Only a fast-forward is told there, and never of what {@code commit}
   * made.
   */
  private static boolean isMaking(String comment) {
    String[] parts = comment.toLowerCase(Locale.ROOT).split(": ", 2);
    String action = parts[0];
    if (action.startsWith("commit")) {
      return true;
    }
    if (parts.length == 2 && parts[1].strip().equals("fast-forward")) {
      return false;
    }
    Matcher step = STEP.matcher(action);
    return step.find()
        ? !MOVING_STEPS.contains(step.group(1))
        : MOVES.stream().noneMatch(action::startsWith);
  }
}
