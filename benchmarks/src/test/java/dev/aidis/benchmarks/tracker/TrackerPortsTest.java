package dev.aidis.benchmarks.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackerPortsTest {
  @Test
  void those_who_share_a_home_find_the_same_ports(@TempDir Path home) throws IOException {
    // Given
    TrackerPorts first = TrackerPorts.of(home);

    // When
    TrackerPorts second = TrackerPorts.of(home);

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Test
  void each_home_has_ports_of_its_own(@TempDir Path one, @TempDir Path other) throws IOException {
    // When
    TrackerPorts ports = TrackerPorts.of(one);

    // Then
    assertThat(ports.http()).isNotEqualTo(TrackerPorts.of(other).http());
  }
}
