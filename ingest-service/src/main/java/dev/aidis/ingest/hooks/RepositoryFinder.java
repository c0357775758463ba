package dev.aidis.ingest.hooks;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the repository that a directory of this machine lies in. */
@FunctionalInterface
interface RepositoryFinder {

  /** The repository's directory, if there is one. */
  Optional<String> around(String directory);

  /** Looks at the disk: up to the first directory that holds {@code .git}, as git does. */
  static Optional<String> onDisk(String directory) {
    try {
      Path at = Path.of(directory).normalize();
      while (at != null && at.isAbsolute() && !Files.exists(at.resolve(".git"))) {
        at = at.getParent();
      }
      return Optional.ofNullable(at).filter(Path::isAbsolute).map(Path::toString);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
