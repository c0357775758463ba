package dev.aidis.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks the {@code git} command of this machine for its settings. JGit reads the same files, but not
 * those that {@code includeIf} names.
 */
final class GitSettings {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_VALUE_BYTES = 1 << 10;

  /** Git's hooks run with them; they would go before the directory. */
  private static final List<String> NAMES_OF_REPOSITORIES =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR");

  private GitSettings() {}

  /**
   * What is in force in a directory. Empty if it is not set, if there is no git here, or if it does
   * not answer within five seconds.
   *
   * @param name such as {@code user.email}
   */
  static Optional<String> of(Path directory, String name) {
    ProcessBuilder command =
        new ProcessBuilder("git", "config", "--get", name)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    NAMES_OF_REPOSITORIES.forEach(command.environment()::remove);
    try {
      return answer(command.start());
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }

  private static Optional<String> answer(Process git) throws IOException {
    try {
      if (!git.waitFor(PATIENCE) || git.exitValue() != 0) {
        return Optional.empty();
      }
      byte[] value = git.getInputStream().readNBytes(LONGEST_VALUE_BYTES);
      return Optional.of(new String(value, StandardCharsets.UTF_8).strip())
          .filter(text -> !text.isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      git.destroyForcibly();
    }
  }
}
