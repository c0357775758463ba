package dev.aidis.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void a_spread_is_the_median_with_the_least_and_the_greatest() {
    // Given
    List<Double> values = List.of(3_000.4, 1_000.0, 2_000.0);

    // When // Then
    assertThat(Figures.spread(values)).isEqualTo("2,000 (1,000 to 3,000)");
    assertThat(Figures.exactSpread(List.of(1.25, 1.0))).isEqualTo("1.13 (1.00 to 1.25)");
  }

  @Test
  void ratios_are_of_each_round() {
    // When
    List<Double> ratios = Figures.ratios(List.of(2.0, 9.0), List.of(4.0, 3.0));

    // Then
    assertThat(ratios).containsExactly(0.5, 3.0);
  }

  @Test
  void ratios_of_unequal_numbers_of_rounds_are_refused() {
    // When // Then
    assertThatThrownBy(() -> Figures.ratios(List.of(2.0), List.of(4.0, 3.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 rounds beside 2");
  }

  @Test
  void a_quantile_is_the_least_value_that_the_share_does_not_exceed() {
    // When // Then
    assertThat(Figures.quantile(List.of(4.0, 1.0, 3.0, 2.0), 0.75)).isEqualTo(3.0);
  }
}
