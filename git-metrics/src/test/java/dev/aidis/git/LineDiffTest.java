package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineDiffTest {
  @TempDir private Path directory;

  /** Long and very different texts, where git takes its shortcuts. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void longTextsHaveTheLinesThatGitCounts(long seed) throws IOException {
    // Given
    RandomText text = new RandomText(new Random(seed));
    byte[] before = text.lines(6_000);
    byte[] after = seed % 2 == 0 ? text.lines(5_000) : edited(text, before, 300);
    Files.write(directory.resolve("before"), before);
    Files.write(directory.resolve("after"), after);

    // When
    LineCount count = LineDiff.between(LineHashes.of(before), LineHashes.of(after));

    // Then
    String[] numstat =
        new RealGit(directory)
            .attempt(Map.of(), "diff", "--no-index", "--numstat", "before", "after")
            .output()
            .split("\t", 3);
    assertThat(count)
        .isEqualTo(new LineCount(Integer.parseInt(numstat[0]), Integer.parseInt(numstat[1])));
  }

  @Test
  void equalTextsDoNotDiffer() {
    assertThat(LineDiff.between(new long[] {1, 2}, new long[] {1, 2})).isEqualTo(LineCount.NONE);
  }

  @Test
  void anEmptyTextIsAllAddedOrAllRemoved() {
    long[] lines = {1, 2, 3};
    assertThat(LineDiff.between(new long[0], lines)).isEqualTo(new LineCount(3, 0));
    assertThat(LineDiff.between(lines, new long[0])).isEqualTo(new LineCount(0, 3));
  }

  private static byte[] edited(RandomText text, byte[] before, int times) {
    byte[] edited = before;
    for (int i = 0; i < times; i++) {
      edited = text.edited(edited);
    }
    return edited;
  }
}
