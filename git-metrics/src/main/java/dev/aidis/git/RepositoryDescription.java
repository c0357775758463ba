package dev.aidis.git;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Finds out what {@link GitRepository} tells. */
final class RepositoryDescription {
  private final Repository repository;

  RepositoryDescription(Repository repository) {
    this.repository = repository;
  }

  GitRepository describe() throws IOException {
    URIish origin = origin();
    return new GitRepository(
        origin == null ? directoryName() : origin.getHumanishName(),
        origin == null ? root().toString() : origin.setUser(null).setPass(null).toString(),
        branch(),
        userEmail(),
        !repository.getObjectDatabase().getShallowCommits().isEmpty(),
        isPartial());
  }

  /** Whether git may have left objects where it fetched from, to be asked for when needed. */
  boolean isPartial() {
    Config config = repository.getConfig();
    return config.getSubsections("remote").stream()
        .anyMatch(remote -> config.getBoolean("remote", remote, "promisor", false));
  }

  private @Nullable String userEmail() {
    return GitSettings.of(root(), "user.email")
        .orElseGet(() -> repository.getConfig().getString("user", null, "email"));
  }

  private @Nullable URIish origin() {
    String address = repository.getConfig().getString("remote", "origin", "url");
    try {
      return address == null ? null : new URIish(address);
    } catch (URISyntaxException notAnAddress) {
      return null;
    }
  }

  /** The work tree, or the directory of a bare repository. */
  private Path root() {
    File directory = repository.isBare() ? repository.getDirectory() : repository.getWorkTree();
    return directory.toPath().toAbsolutePath().normalize();
  }

  /** The directory's name, for all work trees that of the first one. */
  private String directoryName() {
    Path common = repository.getCommonDirectory().toPath().toAbsolutePath().normalize();
    boolean belowWorkTree = common.endsWith(Constants.DOT_GIT);
    Path directory = belowWorkTree ? common.getParent() : common;
    String name = String.valueOf(directory == null ? null : directory.getFileName());
    return name.endsWith(Constants.DOT_GIT_EXT)
        ? name.substring(0, name.length() - Constants.DOT_GIT_EXT.length())
        : name;
  }

  private @Nullable String branch() throws IOException {
    String head = repository.getFullBranch();
    return head != null && head.startsWith(Constants.R_HEADS)
        ? Repository.shortenRefName(head)
        : null;
  }
}
