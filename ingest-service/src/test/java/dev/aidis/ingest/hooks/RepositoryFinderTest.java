package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryFinderTest {
  @TempDir private Path temporary;

  @Test
  void theRepositoryIsTheNearestDirectoryThatHoldsGits() throws IOException {
    // Given
    Path repository = temporary.resolve("shop");
    Files.createDirectories(repository.resolve(".git"));
    Path inside = Files.createDirectories(repository.resolve("src/main"));
    // When / Then
    assertThat(RepositoryFinder.onDisk(inside.toString())).contains(repository.toString());
    assertThat(RepositoryFinder.onDisk(repository.resolve("gone/away").toString()))
        .contains(repository.toString());
  }

  @Test
  void whatIsNoWholePathHasNone() {
    assertThat(RepositoryFinder.onDisk("src")).isEmpty();
    assertThat(RepositoryFinder.onDisk("")).isEmpty();
    assertThat(RepositoryFinder.onDisk("a\0b")).isEmpty();
  }
}
