package dev.aidis.queries.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.page.Page.Frame;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Laws of pages drawn in lines, over random hostile pages and widths from 20 to 300. */
class LinesLawsTest {
  private static final int PAGES = 600;

  @Test
  void noLineIsWiderThanAskedAndEachBorderIsExactly() {
    for (long seed = 0; seed < PAGES; seed++) {
      // Given
      Hostile hostile = new Hostile(seed);
      Page page = hostile.page();
      int width = hostile.width();

      // When
      List<String> lines = lines(page, new Drawing.Lines(width, false, false));

      // Then
      for (String line : lines) {
        String told = "seed " + seed + ", width " + width + ": " + line;
        assertThat(SeenWidth.of(line)).as(told).isLessThanOrEqualTo(width);
        assertThat(line).as(told).satisfies(LinesLawsTest::isolatesAreClosed);
        if (line.matches("[╔╠╚]═+")) {
          assertThat(line).as(told).hasSize(width);
        }
      }
      if (page.frame() == Frame.BOX) {
        assertFramed(lines, "║", "[╔╠╚]═+", seed);
      }
    }
  }

  @Test
  void asciiIsAsciiInTheSameWidths() {
    for (long seed = 0; seed < PAGES; seed++) {
      // Given
      Hostile hostile = new Hostile(seed);
      Page page = hostile.page();
      int width = hostile.width();

      // When
      List<String> lines = lines(page, new Drawing.Lines(width, true, false));

      // Then
      assertThat(lines)
          .as("seed " + seed)
          .allSatisfy(line -> assertThat(line).matches("[ -~]*").hasSizeLessThanOrEqualTo(width));
      if (page.frame() == Frame.BOX) {
        assertFramed(lines, "|", "\\+=+", seed);
      }
    }
  }

  @Test
  void coloursChangeNothingElse() {
    for (long seed = 0; seed < PAGES; seed++) {
      // Given
      Hostile hostile = new Hostile(seed);
      Page page = hostile.page();
      int width = hostile.width();

      // When
      String coloured = new Drawing.Lines(width, false, true).of(page);

      // Then
      assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "").replaceAll("(?m) +$", ""))
          .as("seed " + seed)
          .isEqualTo(Drawing.Lines.of(width).of(page));
      assertThat(coloured.lines())
          .as("seed " + seed)
          .allSatisfy(
              line ->
                  assertThat(line.split("\u001b\\[[1-9]", -1))
                      .hasSameSizeAs(line.split("\u001b\\[0m", -1)));
    }
  }

  @Test
  void nothingToldIsLostInAnyWidth() {
    for (long seed = 0; seed < PAGES; seed++) {
      // Given
      Hostile hostile = new Hostile(seed);
      String told = hostile.text();
      Page page =
          Page.write(Frame.BARE, Symbol.NONE, Text.EMPTY)
              .section()
              .item(Mark.BULLET, Text.told(told))
              .page();

      // When
      String drawn = Drawing.Lines.of(hostile.width()).of(page);

      // Then
      assertThat(letters(drawn)).as("seed " + seed).isEqualTo("•" + letters(UserText.line(told)));
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\u2068\u2069]", "");
  }

  private static List<String> lines(Page page, Drawing drawing) {
    String drawn = drawing.of(page);
    assertThat(drawn).endsWith("\n").doesNotContain("\r");
    return List.of(drawn.split("\n", -1));
  }

  private static void assertFramed(List<String> lines, String border, String rule, long seed) {
    int end = lines.size() - 1;
    while (!lines.get(end).matches(rule)) {
      end--;
    }
    assertThat(lines.subList(0, end + 1))
        .as("seed " + seed + lines.stream().collect(Collectors.joining("\n", "\n", "")))
        .allMatch(
            line -> line.equals(border) || line.startsWith(border + " ") || line.matches(rule));
  }

  private static void isolatesAreClosed(String line) {
    int open = 0;
    for (int i = 0; i < line.length(); i++) {
      open += line.charAt(i) == '\u2068' ? 1 : line.charAt(i) == '\u2069' ? -1 : 0;
      assertThat(open).isBetween(0, 1);
    }
    assertThat(open).isZero();
  }
}
