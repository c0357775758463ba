package dev.aidis.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HereTest {
  @TempDir private Path directory;

  @Test
  void theRepositoryIsTheOneAroundTheWorkingDirectory() throws IOException {
    // Given
    Path shop = Files.createDirectories(directory.resolve("shop/.git")).getParent();
    Path inside = Files.createDirectories(directory.resolve("shop/src"));
    // When / Then
    assertThat(repositoryTold(inside)).isEqualTo(String.valueOf(shop));
  }

  @Test
  void aWorkTreeTellsTheRepositoryItBelongsTo() throws IOException {
    // Given
    Path own = Files.createDirectories(directory.resolve("shop/.git/worktrees/topic"));
    Files.writeString(own.resolve("commondir"), "../..\n");
    Path inside = Files.createDirectories(directory.resolve("topic/src"));
    Files.writeString(directory.resolve("topic/.git"), "gitdir: " + own + "\n");
    // When / Then
    assertThat(repositoryTold(inside)).isEqualTo(directory.resolve("shop").toString());
  }

  private String repositoryTold(Path workingDirectory) {
    return new Here(new CliRun(directory).with("PWD", workingDirectory.toString()).surroundings())
        .headers()
        .getOrDefault("Aidis-Repo", "");
  }
}
