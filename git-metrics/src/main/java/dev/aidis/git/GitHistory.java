package dev.aidis.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * The non-merge commits reachable from a repository's HEAD, with the numbers of {@code git log
 * --no-merges --numstat} in git's default settings.
 */
public final class GitHistory implements AutoCloseable {
  private static final Comparator<CommitHeader> OLDEST_FIRST =
      Comparator.comparing(
          CommitHeader::authoredAt, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Repository repository;

  private GitHistory(Repository repository) {
    this.repository = repository;
  }

  /**
   * Opens the repository that a directory is in: a work tree or any directory below one, or a bare
   * repository.
   *
   * @throws GitException if there is none
   */
  public static GitHistory open(Path directory) {
    return new GitHistory(Repositories.around(directory));
  }

  public GitRepository repository() {
    try {
      return new RepositoryDescription(repository).describe();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The wanted commits, the oldest author time first.
   *
   * @throws GitException if HEAD has no commit
   */
  public List<CommitHeader> commits(CommitQuery query) {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId head = repository.resolve(Constants.HEAD);
      if (head == null) {
        throw new GitException(
            "the repository " + repository.getDirectory() + " has no commits yet");
      }
      walk.markStart(walk.parseCommit(head));
      walk.setRevFilter(RevFilter.NO_MERGES);
      Map<String, String> emails = new HashMap<>();
      List<CommitHeader> commits = new ArrayList<>();
      for (RevCommit commit : walk) {
        AuthorLine author = AuthorLine.of(commit.getRawBuffer());
        commit.disposeBody();
        String email = emails.computeIfAbsent(author.email(), same -> same);
        CommitHeader header = new CommitHeader(commit.name(), email, author.time());
        if (query.wants(header)) {
          commits.add(header);
        }
      }
      Collections.reverse(commits);
      commits.sort(OLDEST_FIRST);
      return commits;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads what commits did to files, on all cores, and hands them over in the given order, on the
   * calling thread. What the consumer throws ends the reading.
   */
  public void read(List<CommitHeader> commits, Consumer<Commit> consumer) {
    try {
      BinaryAttributes attributes = new FileAttributes(repository);
      BlobCache cache = new BlobCache();
      try (ParallelReading reading =
          new ParallelReading(() -> new CommitReader(repository, attributes, cache))) {
        reading.read(commits, consumer);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private GitException unreadable(IOException cause) {
    return Repositories.unreadable(repository, cause);
  }

  @Override
  public void close() {
    repository.close();
  }
}
