package dev.aidis.standalone.home;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @TempDir private Path temporary;

  @Test
  void whoComesSecondIsToldWhoIsThere() throws IOException {
    // Given
    Home home = Home.open(temporary);
    HomeLock first = HomeLock.take(home, "http://127.0.0.1:7717");

    // When / Then
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> HomeLock.take(home, "http://127.0.0.1:8000"))
        .withMessage(
            "already running (pid %d) at http://127.0.0.1:7717; see ./aidis status",
            ProcessHandle.current().pid());
    first.close();
  }

  @Test
  void aLockThatWasGivenBackCanBeTaken() throws IOException {
    // Given
    Home home = Home.open(temporary);
    HomeLock.take(home, "http://127.0.0.1:7717").close();

    // When / Then
    assertThatCode(() -> HomeLock.take(home, "http://127.0.0.1:7717").close())
        .doesNotThrowAnyException();
  }
}
