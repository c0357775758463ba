package dev.aidis.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens repositories. */
final class Repositories {
  private Repositories() {}

  /**
   * The repository that a directory is in: a work tree or any directory below one, or a bare
   * repository. To be closed.
   *
   * @throws GitException if there is none
   */
  static Repository around(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new GitException("'" + directory + "' is not a directory");
    }
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(directory.toAbsolutePath().normalize().toFile());
    if (builder.getGitDir() == null) {
      throw new GitException(
          "'" + directory + "' is not in a git repository: name a directory of one");
    }
    try {
      PackCaches.enlarge();
      return builder.setMustExist(true).build();
    } catch (IOException e) {
      throw new GitException(
          "cannot read the git repository of '" + directory + "': " + e.getMessage(), e);
    }
  }

  /** What to say when a repository cannot be read, and what to do if it can be done. */
  static GitException unreadable(Repository repository, IOException cause) {
    boolean notFetched =
        cause instanceof MissingObjectException
            && new RepositoryDescription(repository).isPartial();
    return new GitException(
        "cannot read the git repository "
            + repository.getDirectory()
            + ": "
            + cause.getMessage()
            + (notFetched
                ? "; it is a partial clone: `git fetch --refetch --no-filter` gets what is missing"
                : ""),
        cause);
  }
}
