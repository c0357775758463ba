package dev.aidis.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.FooterKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Reads what single commits did to files. Belongs to one thread. */
final class CommitReader implements AutoCloseable {
  private static final FooterKey CO_AUTHORED_BY = new FooterKey("Co-Authored-By");

  private static final int COMMITS_KEPT = 1_000;

  private final ObjectReader objects;
  private final RevWalk walk;
  private final FileChanges changes;
  private int commitsSinceForgotten;

  CommitReader(Repository repository, BinaryAttributes attributes, BlobCache cache) {
    objects = repository.newObjectReader();
    walk = new RevWalk(objects);
    changes = new FileChanges(new BlobReader(objects, attributes, cache));
  }

  Commit read(CommitHeader header) throws IOException {
    RevCommit commit = walk.parseCommit(ObjectId.fromString(header.sha()));
    walk.parseBody(commit);
    List<FileChange> files = changes.of(treeChanges(commit));
    String subject = commit.getShortMessage();
    List<String> coAuthors = commit.getFooterLines(CO_AUTHORED_BY);
    forgetSomeTimes();
    return new Commit(header, subject, coAuthors, files);
  }

  /** A walk keeps every commit that it has parsed: let go of them now and then. */
  private void forgetSomeTimes() {
    if (++commitsSinceForgotten == COMMITS_KEPT) {
      walk.dispose();
      commitsSinceForgotten = 0;
    }
  }

  private List<TreeChange> treeChanges(RevCommit commit) throws IOException {
    try (TreeWalk trees = new TreeWalk(objects)) {
      if (commit.getParentCount() == 0) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        walk.parseHeaders(commit.getParent(0));
        trees.addTree(commit.getParent(0).getTree());
      }
      trees.addTree(commit.getTree());
      trees.setRecursive(true);
      trees.setFilter(TreeFilter.ANY_DIFF);
      List<TreeChange> changes = new ArrayList<>();
      while (trees.next()) {
        changes.add(new TreeChange(entry(trees, 0), entry(trees, 1)));
      }
      return changes;
    }
  }

  private static TreeEntry entry(TreeWalk trees, int side) {
    return TreeEntry.of(trees.getPathString(), trees.getRawMode(side), trees.getObjectId(side));
  }

  @Override
  public void close() {
    walk.close();
    objects.close();
  }
}
