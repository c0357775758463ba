package dev.aidis.queries.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlyphsTest {
  private static final Pen PEN = new Pen(false, false);

  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "日本語, 6",
    "ｶﾅ, 2",
    "Ａ, 2",
    "한글, 4",
    "\u1112\u1161\u11ab, 2",
    "🚀, 2",
    "👩‍💻, 2",
    "👨‍👩‍👧‍👦, 2",
    "👍🏽, 2",
    "⏱️, 2",
    "1️⃣, 2",
    "é, 1",
    "e\u0301, 1",
    "🇩🇪, 2",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿, 2",
    "שלום, 4",
    "…, 1"
  })
  void widthsAreThoseOfATerminal(String text, int columns) {
    assertThat(Glyphs.width(text)).isEqualTo(columns);
  }

  @Test
  void aCutNeverTakesACharacterApart() {
    assertThat(cut("日本語", 4)).isEqualTo("日…");
    assertThat(cut("a👩‍💻b", 3)).isEqualTo("a…");
    assertThat(cut("abc", 3)).isEqualTo("abc");
    assertThat(cut("abc", 0)).isEmpty();
  }

  @Test
  void aWordThatIsTooWideIsBrokenWithin() {
    assertThat(wrap("abcdefgh ij", 3)).containsExactly("abc", "def", "gh", "ij");
    assertThat(wrap("日本語", 1)).containsExactly("日", "本", "語");
    assertThat(wrap("", 10)).containsExactly("");
  }

  @Test
  void aTowerOfMarksIsCutDown() {
    // When
    List<Glyphs.Glyph> glyphs = Glyphs.of("e" + "\u0301".repeat(10_000) + "a");

    // Then
    assertThat(glyphs).extracting(Glyphs.Glyph::width).containsExactly(1, 1);
    assertThat(glyphs.getFirst().text()).hasSize(16);
  }

  private static String cut(String text, int columns) {
    return PEN.draw(PEN.line(Text.of(text)).cut(columns, PEN.ellipsis()));
  }

  private static List<String> wrap(String text, int columns) {
    return PEN.line(Text.of(text)).wrap(columns).stream().map(PEN::draw).toList();
  }
}
