package dev.aidis.schemas.fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The work trees that {@code git worktree add} makes: they lie in directories of their own, and
 * belong to one repository. Reads the disk, so it can tell only of the machine it runs on.
 */
public final class LinkedWorkTree {
  private static final String POINTER = "gitdir:";

  /** A pointer holds one path; longer files are none. */
  private static final long LONGEST_POINTER_BYTES = 64L << 10;

  private LinkedWorkTree() {}

  /**
   * The directory that the repository of a work tree is named after ({@link RepoName}): the first
   * work tree, or the repository itself if it is bare. By git's rule (gitrepository-layout) {@code
   * .git} is a file there, and what it points to has a {@code commondir}. Everything else, such as
   * a submodule or what cannot be read, is the given directory.
   *
   * @param root that holds {@code .git}
   */
  public static String repositoryOf(String root) {
    try {
      return commonDirectory(Path.of(root))
          .map(LinkedWorkTree::named)
          .map(Path::toString)
          .orElse(root);
    } catch (InvalidPathException notAPath) {
      return root;
    }
  }

  private static Optional<Path> commonDirectory(Path root) {
    return text(root.resolve(".git"))
        .filter(text -> text.startsWith(POINTER))
        .map(text -> root.resolve(text.substring(POINTER.length()).strip()))
        .flatMap(
            own ->
                text(own.resolve("commondir"))
                    .map(common -> own.resolve(common.strip()).normalize()));
  }

  /**
   * A hidden directory, such as {@code .git} or {@code .bare}, is what the one around it is for.
   */
  private static Path named(Path common) {
    Path name = common.getFileName();
    Path around = common.getParent();
    return name != null && around != null && name.toString().startsWith(".") ? around : common;
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST_POINTER_BYTES
          ? Optional.of(Files.readString(file))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
