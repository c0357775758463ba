package dev.aidis.schemas.fact;

import dev.aidis.schemas.ActivityLimits;
import java.util.Optional;

/** The name of a repository, from its path on a machine or its URL. */
public final class RepoName {
  private RepoName() {}

  /**
   * The last part without {@code .git}: {@code aidis} of {@code git@host:team/aidis.git}, of {@code
   * /home/ada/aidis/} and of {@code C:\src\aidis}. Cut to what a project's name may have.
   */
  public static Optional<String> of(String repo) {
    String path = repo.strip().replace('\\', '/').replaceAll("/+$", "").replaceAll("/\\.git$", "");
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    String name = last.endsWith(".git") ? last.substring(0, last.length() - 4) : last;
    return name.isBlank() || name.chars().allMatch(c -> c == '.')
        ? Optional.empty()
        : Optional.of(name.substring(0, Math.min(name.length(), ActivityLimits.SHORT)));
  }
}
