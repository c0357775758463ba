package dev.aidis.cli.transcript;

import dev.aidis.cli.intake.Here;
import dev.aidis.schemas.fact.TranscriptFolder;
import dev.aidis.schemas.fact.WorkPlace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one transcript happened, by the rule that hooks follow: the repository around
 * the working directory, if it is still there, else the directory in which Claude Code was started,
 * else the first one seen.
 */
final class Places {
  private final Path transcript;
  private final Map<String, Optional<String>> repositories = new HashMap<>();
  private @Nullable String root;

  Places(Path transcript) {
    this.transcript = transcript.toAbsolutePath();
  }

  WorkPlace of(@Nullable String directory) {
    if (directory != null) {
      String fallback = root == null ? directory : root;
      root = repositories.computeIfAbsent(directory, this::repository).orElse(fallback);
    }
    return new WorkPlace(root, directory);
  }

  private Optional<String> repository(String directory) {
    return Here.repositoryAround(directory)
        .map(Path::toString)
        .or(
            () -> {
              for (Path part : transcript) {
                Optional<String> start = TranscriptFolder.start(part.toString(), directory);
                if (start.isPresent()) {
                  return start;
                }
              }
              return Optional.empty();
            });
  }
}
