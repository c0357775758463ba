package dev.aidis.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** The beginnings of what git notes when it moves a branch to a commit that is there already. */
  private static final List<String> MOVES =
      List.of("pull", "merge", "checkout", "reset", "clone", "fetch", "branch", "push");

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

  private static boolean isMaking(String comment) {
    String text = comment.toLowerCase(Locale.ROOT);
    // A rebase that begins or ends moves; one that picks makes.
    return MOVES.stream().noneMatch(text::startsWith)
        && !text.contains("(start)")
        && !text.contains("(finish)")
        && !text.contains("fast-forward");
  }
}
