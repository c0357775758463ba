package dev.aidis.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.NameConflictTreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.IndexDiffFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * What differs between HEAD and the work tree, as {@code git diff HEAD --numstat
 * --ignore-submodules=dirty} shows it: files that git does not know of yet do not count. A file is
 * read only if its size or times are not those that the index remembers.
 */
final class UncommittedChanges {
  private static final int HEAD = 0;
  private static final int INDEX = 1;
  private static final int FILES = 2;

  /** Beyond that size a file is taken for binary. */
  private static final long LONGEST = 100L << 20;

  private static final byte[] BINARY = {0};

  private final Repository repository;

  UncommittedChanges(Repository repository) {
    this.repository = repository;
  }

  List<FileChange> read() throws IOException {
    if (repository.isBare()) {
      return List.of();
    }
    try (WorkTreeObjects objects = new WorkTreeObjects(repository.newObjectReader())) {
      List<TreeChange> changes = treeChanges(objects);
      return changes.isEmpty()
          ? List.of()
          : new FileChanges(
                  new BlobReader(objects, new FileAttributes(repository), new BlobCache()))
              .of(changes);
    }
  }

  private List<TreeChange> treeChanges(WorkTreeObjects objects) throws IOException {
    try (TreeWalk walk = new NameConflictTreeWalk(repository, objects)) {
      ObjectId head = repository.resolve("HEAD^{tree}");
      if (head == null) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        walk.addTree(head);
      }
      walk.addTree(new DirCacheIterator(repository.readDirCache()));
      FileTreeIterator files = new FileTreeIterator(repository);
      files.setDirCacheIterator(walk, INDEX);
      walk.addTree(files);
      walk.setRecursive(true);
      walk.setFilter(new IndexDiffFilter(INDEX, FILES, true));
      List<TreeChange> changes = new ArrayList<>();
      String last = "";
      while (walk.next()) {
        String path = walk.getPathString();
        if (!path.equals(last)) { // a conflict has several entries of one path
          add(changes, entry(path, walk, HEAD), workTreeEntry(path, walk, objects));
        }
        last = path;
      }
      addUnfilledSubmodules(changes, head, objects);
      return changes;
    }
  }

  /** The filter above passes over a submodule that has no files, though it may be a new one. */
  private void addUnfilledSubmodules(
      List<TreeChange> changes, @Nullable ObjectId head, WorkTreeObjects objects)
      throws IOException {
    Set<String> seen = new HashSet<>();
    changes.forEach(change -> seen.add(change.path()));
    try (TreeWalk walk = new TreeWalk(repository, objects)) {
      if (head == null) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        walk.addTree(head);
      }
      walk.addTree(new DirCacheIterator(repository.readDirCache()));
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        String path = walk.getPathString();
        if (FileMode.GITLINK.equals(walk.getRawMode(INDEX)) && !seen.contains(path)) {
          add(changes, entry(path, walk, HEAD), entry(path, walk, INDEX));
        }
      }
    }
  }

  private static void add(List<TreeChange> changes, TreeEntry before, TreeEntry after) {
    boolean differ = !before.id().equals(after.id()) || before.exists() != after.exists();
    if (differ && (before.exists() || after.exists())) {
      changes.add(new TreeChange(before, after));
    }
  }

  private static TreeEntry entry(String path, TreeWalk walk, int tree) {
    int mode = walk.getRawMode(tree);
    return FileMode.TREE.equals(mode)
        ? TreeEntry.of(path, 0, ObjectId.zeroId())
        : TreeEntry.of(path, mode, walk.getObjectId(tree));
  }

  /** What is in the work tree, of what the index knows. */
  private TreeEntry workTreeEntry(String path, TreeWalk walk, WorkTreeObjects objects)
      throws IOException {
    DirCacheIterator index = walk.getTree(INDEX, DirCacheIterator.class);
    WorkingTreeIterator file = walk.getTree(FILES, WorkingTreeIterator.class);
    DirCacheEntry indexed = index == null ? null : index.getDirCacheEntry();
    if (index == null || indexed == null || FileMode.TREE.equals(walk.getRawMode(INDEX))) {
      return TreeEntry.of(path, 0, ObjectId.zeroId());
    }
    boolean asIndexed =
        indexed.isAssumeValid() || indexed.isSkipWorkTree() || isUnfilledSubmodule(indexed, file);
    if (asIndexed) {
      return entry(path, walk, INDEX);
    }
    if (file == null || FileMode.TREE.equals(file.getEntryRawMode())) {
      return TreeEntry.of(path, 0, ObjectId.zeroId());
    }
    int mode = file.getIndexFileMode(index).getBits();
    boolean unchanged =
        indexed.getStage() == DirCacheEntry.STAGE_0 && !file.isModified(indexed, true, objects);
    if (unchanged) {
      return TreeEntry.of(path, mode, indexed.getObjectId());
    }
    return TreeEntry.of(
        path,
        mode,
        FileMode.GITLINK.equals(mode) ? file.getEntryObjectId() : objects.add(content(file)));
  }

  /** One that is not checked out has an empty directory, or one without a repository. */
  private boolean isUnfilledSubmodule(DirCacheEntry indexed, @Nullable WorkingTreeIterator file) {
    return FileMode.GITLINK.equals(indexed.getRawMode())
        && (file == null || !FileMode.GITLINK.equals(file.getEntryRawMode()))
        && Files.isDirectory(repository.getWorkTree().toPath().resolve(indexed.getPathString()));
  }

  /** As it would be committed: with the line ends of the repository. */
  private static byte[] content(WorkingTreeIterator file) throws IOException {
    if (file.getEntryLength() > LONGEST) {
      return BINARY.clone();
    }
    try (InputStream in = file.openEntryStream()) {
      return in.readAllBytes();
    }
  }
}
