package dev.aidis.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {
  private static final Path DIRECTORY = Path.of("somewhere");
  private static final List<Size> SIZES = List.of(new Size(1_000_000), new Size(50_000_000));

  @Test
  void enough_room_is_enough() {
    // When // Then
    assertThatCode(() -> DiskSpace.require(DIRECTORY, 60_000_000_000L, SIZES))
        .doesNotThrowAnyException();
  }

  @Test
  void too_little_room_is_refused_with_what_is_needed_and_what_to_do() {
    // When // Then
    assertThatThrownBy(() -> DiskSpace.require(DIRECTORY, 20_000_000_000L, SIZES))
        .isInstanceOf(DiskSpace.TooLittleException.class)
        .hasMessageStartingWith("1,000,000 rows and 50,000,000 rows take about ")
        .hasMessageContaining(" GB, and there are 20 GB free in somewhere: name smaller sizes")
        .hasMessageContaining("BENCHMARK_JAVA_OPTIONS=-Djava.io.tmpdir=DIRECTORY");
  }
}
