package dev.aidis.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.jspecify.annotations.Nullable;

/**
 * Measures what an author wrote in a repository since the last time: the lines of new commits made
 * here, less those taken back, and the change of what is not committed.
 *
 * <p>Committing what was counted as uncommitted adds nothing. Pulling others' commits, switching
 * branches and rebasing count nothing. What is taken back is not told as negative lines: work that
 * follows counts from there on only what is more than there ever was.
 */
public final class GitMeasurement implements AutoCloseable {
  private final Repository repository;

  private GitMeasurement(Repository repository) {
    this.repository = repository;
  }

  /**
   * Opens the repository that a directory is in.
   *
   * @throws GitException if there is none
   */
  public static GitMeasurement open(Path directory) {
    return new GitMeasurement(Repositories.around(directory));
  }

  public GitRepository repository() {
    try {
      return new RepositoryDescription(repository).describe();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The directory of the objects and branches, the same for all work trees of a repository. */
  public Path commonDirectory() {
    return repository.getCommonDirectory().toPath().toAbsolutePath().normalize();
  }

  /** What HEAD stands at; absent before the first commit. */
  public @Nullable String head() {
    try {
      ObjectId head = repository.resolve(Constants.HEAD);
      return head == null ? null : head.name();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * @param before the state that the last measurement of this repository left; null for the first
   * @param authorEmail whose commits count, upper and lower case alike
   */
  public Measured measure(@Nullable MeasuredState before, String authorEmail) {
    try {
      Set<String> tips = tips();
      boolean busy = repository.getRepositoryState() != RepositoryState.SAFE;
      List<FileChange> uncommitted = new UncommittedChanges(repository).read();
      Lines there = Lines.of(uncommitted);
      if (before == null) {
        MeasuredState state = MeasuredState.beginning(tips, workTree(), there);
        return new Measured(true, Lines.NONE, List.of(), uncommitted, there, busy, state);
      }
      MeasuredState from = before.knowing(workTree(), there);
      Lines last = from.uncommitted().getOrDefault(workTree(), Lines.NONE);
      List<MeasuredCommit> commits = commits(from.tips(), tips, authorEmail);
      Lines committed =
          commits.stream().map(MeasuredCommit::counted).reduce(Lines.NONE, Lines::plus);
      MeasuredState state = from.after(tips, workTree(), busy ? last : there, committed);
      return new Measured(
          false, state.told().minus(from.told()), commits, uncommitted, last, busy, state);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<MeasuredCommit> commits(Set<String> before, Set<String> now, String authorEmail)
      throws IOException {
    List<OwnCommits.Found> found = new OwnCommits(repository, authorEmail).between(before, now);
    if (found.isEmpty()) {
      return List.of();
    }
    List<MeasuredCommit> commits = new ArrayList<>(found.size());
    try (CommitReader reader =
        new CommitReader(repository, new FileAttributes(repository), new BlobCache())) {
      for (OwnCommits.Found one : found) {
        Commit commit = reader.read(new CommitHeader(one.sha(), authorEmail, null));
        commits.add(
            new MeasuredCommit(
                one.sha(), commit.subject(), Lines.of(commit.files()), one.reason()));
      }
    }
    return commits;
  }

  private Set<String> tips() throws IOException {
    Set<String> tips = new HashSet<>();
    for (Ref branch : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
      ObjectId id = branch.getObjectId();
      if (id != null) {
        tips.add(id.name());
      }
    }
    String head = head();
    if (head != null) {
      tips.add(head);
    }
    return tips;
  }

  private String workTree() {
    return repository.isBare() ? "" : repository.getWorkTree().toPath().normalize().toString();
  }

  private GitException unreadable(IOException cause) {
    return Repositories.unreadable(repository, cause);
  }

  @Override
  public void close() {
    repository.close();
  }
}
