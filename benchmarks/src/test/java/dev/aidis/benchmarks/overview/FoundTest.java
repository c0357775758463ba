package dev.aidis.benchmarks.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoundTest {

  @Test
  void aPageIsToldByItsPictureAndItsFacts() {
    // Given
    List<String> page =
        List.of("# The sink", "", "![Rows](sink.svg)", "", "- rows/s: 7", "", "| round | rows/s |");

    // When
    Found found = Found.of("sink.md", page);

    // Then
    assertThat(found).isEqualTo(new Found("The sink", "![Rows](sink.svg)", "- rows/s: 7"));
  }

  @Test
  void aPageOfSectionsIsToldByTheirTitles() {
    // Given
    List<String> page = List.of("# Failures", "", "## One, then another", "- seed 7", "## A disk");

    // When
    Found found = Found.of("failure.md", page);

    // Then
    assertThat(found.picture()).isNull();
    assertThat(found.facts())
        .isEqualTo(
            """
            - [One, then another](failure.md#one-then-another)
            - [A disk](failure.md#a-disk)""");
  }
}
