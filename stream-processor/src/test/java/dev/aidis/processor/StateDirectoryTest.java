package dev.aidis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
  @TempDir private Path folder;

  @Test
  void processorsThatShareAFolderKeepApartAndComeBackToWhatIsFree() {
    try (StateDirectory first = StateDirectory.free(folder)) {
      StateDirectory second = StateDirectory.free(folder);
      assertThat(first.path()).isEqualTo(folder.resolve("1"));
      assertThat(second.path()).isEqualTo(folder.resolve("2"));

      // When
      second.close();

      // Then
      try (StateDirectory next = StateDirectory.free(folder)) {
        assertThat(next.path()).isEqualTo(folder.resolve("2"));
      }
    }
  }

  @Test
  void aFolderOfOneProcessorIsUsedAsItIs() {
    try (StateDirectory alone = StateDirectory.of(folder)) {
      assertThat(alone.path()).isEqualTo(folder);
    }
  }

  @Test
  void aFolderThatCannotBeIsToldByItsSetting() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> StateDirectory.free(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("aidis.processor.state-dir %s cannot be written", file);
  }
}
