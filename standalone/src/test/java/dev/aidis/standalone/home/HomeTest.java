package dev.aidis.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir private Path temporary;

  @Test
  void aNewHomeIsMadeForItsOwnerOnly() throws IOException {
    // Given
    Path directory = temporary.resolve("a/b/aidis");

    // When
    Home.open(directory);

    // Then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(directory.resolve("VERSION")).hasContent(Home.LAYOUT);
  }

  @Test
  void aHomeIsOpenedAgain() {
    // Given
    Path directory = temporary.resolve("aidis");
    Home.open(directory);

    // When
    Home home = Home.open(directory);

    // Then
    assertThat(home.logs()).isDirectory();
    assertThat(home.run()).isEmptyDirectory();
  }

  @Test
  void aHomeOfAnotherLayoutIsLeftAsItIs() throws IOException {
    // Given
    Files.writeString(temporary.resolve("VERSION"), "99\n");

    // When / Then
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> Home.open(temporary))
        .withMessageContaining("has layout 99, this version of AIDIS reads layout 1")
        .withMessageContaining("set AIDIS_HOME to another directory");
    assertThat(temporary).isDirectoryNotContaining("glob:**/run");
  }

  @Test
  void aHomeThatCannotBeWrittenToIsNamed() throws IOException {
    // Given
    Path file = Files.createFile(temporary.resolve("file"));

    // When / Then
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> Home.open(file.resolve("aidis")))
        .withMessage(
            "cannot write to the data directory %s/aidis: make it writable, or set AIDIS_HOME to another one",
            file);
  }

  @Test
  void theNumberOfPartitionsIsFixedAtTheFirstStart() throws IOException {
    // Given
    Home home = Home.open(temporary);
    home.partitions(6, 12);

    // When
    int later = home.partitions(null, 12);

    // Then
    assertThat(later).isEqualTo(6);
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> home.partitions(7, 12))
        .withMessageContaining("AIDIS_PARTITIONS is 7, but the tracker")
        .withMessageContaining("has 6 partitions since its first start: unset it");
  }
}
