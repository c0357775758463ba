package dev.aidis.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void without_arguments_it_grows_from_one_to_fifty_million() {
    // When
    Arguments arguments = Arguments.of();

    // Then
    assertThat(arguments)
        .isEqualTo(
            new Arguments(
                150_000,
                5,
                List.of(new Size(1_000_000), new Size(10_000_000), new Size(50_000_000))));
  }

  @Test
  void the_sizes_are_all_that_follows_updates_and_rounds() {
    // When
    Arguments arguments = Arguments.of("3000", "1", "20000", "100000");

    // Then
    assertThat(arguments)
        .isEqualTo(new Arguments(3_000, 1, List.of(new Size(20_000), new Size(100_000))));
  }

  @Test
  void updates_and_rounds_without_sizes_leave_the_sizes_as_they_are() {
    // When
    Arguments arguments = Arguments.of("3000", "2");

    // Then
    assertThat(arguments.rounds()).isEqualTo(2);
    assertThat(arguments.sizes()).isEqualTo(Arguments.of().sizes());
  }

  @Test
  void what_is_no_number_is_refused_by_its_name() {
    // When // Then
    assertThatThrownBy(() -> Arguments.of("3000", "1", "1M"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'1M' is no number; the arguments are: updates rounds rows...");
  }

  @Test
  void sizes_that_do_not_grow_are_refused() {
    // When // Then
    assertThatThrownBy(() -> Arguments.of("3000", "1", "100000", "20000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name the sizes from the least to the greatest, once each");
  }

  @Test
  void no_rounds_and_too_few_updates_are_refused() {
    // When // Then
    assertThatThrownBy(() -> Arguments.of("3000", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 rounds: one is the least");
    assertThatThrownBy(() -> Arguments.of("99"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("99 updates a round: 100 is the least");
  }
}
