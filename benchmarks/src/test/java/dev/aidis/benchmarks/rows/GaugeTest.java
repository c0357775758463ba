package dev.aidis.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GaugeTest {
  private static final Gauge.Reading BEGIN =
      new Gauge.Reading(1_000_000_000, 500, 1, 2, 3, 4_000, 50);

  @Test
  void a_measurement_is_what_passed_between_two_readings() {
    // Given
    Gauge.Reading end = new Gauge.Reading(3_000_000_000L, 1_500, 1.5, 4, 3.25, 9_000, 60);

    // When
    Measurement measurement = end.since(BEGIN);

    // Then
    assertThat(measurement).isEqualTo(new Measurement(1_000, 2, 0.5, 2, 0.25, 5_000, 10));
  }

  @Test
  void a_measurement_of_nothing_is_refused() {
    // When // Then
    assertThatThrownBy(() -> BEGIN.since(BEGIN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("all rows were there before the measurement began: take more updates a round");
  }
}
