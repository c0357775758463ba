package dev.aidis.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.benchmarks.population.Population;
import org.junit.jupiter.api.Test;

class SizeTest {
  @Test
  void more_rows_are_of_more_people_with_as_many_sessions_each() {
    // When
    Population million = new Size(1_000_000).population();
    Population fiftyMillion = new Size(50_000_000).population();

    // Then
    assertThat(million.activities()).isEqualTo(1_000_000);
    assertThat(million.owners()).isEqualTo(10);
    assertThat(fiftyMillion.activities()).isEqualTo(50_000_000);
    assertThat(fiftyMillion.owners()).isEqualTo(500);
  }

  @Test
  void a_size_that_owners_cannot_share_evenly_is_made_a_little_smaller() {
    // When
    Size size = new Size(1_234_567);

    // Then
    assertThat(size.population().sessions() % size.population().owners()).isZero();
    assertThat(size.population().activities()).isBetween(1_233_000L, 1_234_567L);
  }

  @Test
  void it_is_told_by_the_rows_that_it_has() {
    // When // Then
    assertThat(new Size(20_000)).hasToString("20,000 rows");
  }

  @Test
  void a_size_out_of_bounds_is_refused() {
    // When // Then
    assertThatThrownBy(() -> new Size(999))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("999 rows: choose a number from 1,000 to 100,000,000");
  }
}
