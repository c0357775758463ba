package dev.aidis.benchmarks.population;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PopulationTest {
  @Test
  void sessions_that_the_owners_cannot_share_evenly_are_refused() {
    // When // Then
    assertThatThrownBy(() -> new Population(205, 50, 100, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("205 sessions cannot be shared evenly by 100 owners");
  }
}
