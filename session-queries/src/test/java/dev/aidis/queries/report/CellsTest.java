package dev.aidis.queries.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "日本語, 6",
    "ｶﾅ, 2",
    "Ａ, 2",
    "한글, 4",
    "🚀, 2",
    "👩‍💻, 2",
    "⏱️, 2",
    "é, 1",
    "e\u0301, 1",
    "🇩🇪, 2",
    "…, 1"
  })
  void widthsAreThoseOfATerminal(String text, int columns) {
    assertThat(Cells.width(text)).isEqualTo(columns);
  }

  @Test
  void aCutNeverTakesACharacterApart() {
    assertThat(Cells.cut("日本語", 4)).isEqualTo("日…");
    assertThat(Cells.cut("a👩‍💻b", 3)).isEqualTo("a…");
    assertThat(Cells.cut("abc", 3)).isEqualTo("abc");
    assertThat(Cells.cut("abc", 0)).isEmpty();
  }

  @Test
  void aWordThatIsTooWideIsBrokenWithin() {
    assertThat(Cells.wrap("abcdefgh ij", 3)).containsExactly("abc", "def", "gh", "ij");
    assertThat(Cells.wrap("日本語", 1)).containsExactly("日", "本", "語");
    assertThat(Cells.wrap("", 10)).containsExactly("");
  }
}
