package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineHashesTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void twoLinesHaveOneHashIfAndOnlyIfTheyAreEqual(long seed) {
    // Given
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add("ab\0c".repeat(10).substring(random.nextInt(20), 20 + random.nextInt(20)) + "\n");
    }

    // When
    long[] hashes = LineHashes.of(String.join("", lines).getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(hashes).hasSameSizeAs(lines);
    for (int i = 0; i < hashes.length; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(hashes[i] == hashes[j]).isEqualTo(lines.get(i).equals(lines.get(j)));
      }
    }
  }

  @Test
  void aMissingLineFeedAtTheEndMakesAnotherLine() {
    // When
    long[] with = LineHashes.of("a\nb\n".getBytes(StandardCharsets.UTF_8));
    long[] without = LineHashes.of("a\nb".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(without).hasSize(2).startsWith(with[0]);
    assertThat(without[1]).isNotEqualTo(with[1]);
  }

  @Test
  void aLineHasTheSameHashWhereverItStands() {
    // When
    long[] hashes =
        LineHashes.of("0123456\nxy\n0123456\n\n\n0123456".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(hashes[0]).isEqualTo(hashes[2]);
    assertThat(hashes[3]).isEqualTo(hashes[4]);
  }

  @Test
  void anEmptyTextHasNoLines() {
    assertThat(LineHashes.of(new byte[0])).isEmpty();
  }
}
