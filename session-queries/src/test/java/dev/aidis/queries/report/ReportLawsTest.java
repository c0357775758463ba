package dev.aidis.queries.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.page.Drawing;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.SeenWidth;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What holds for every report, in each width from the narrowest to one that fits all. */
class ReportLawsTest {

  static Set<String> reports() {
    return SamplePages.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noLineIsWiderThanAskedAndNoBorderIsBroken(String name) {
    for (int width : widths()) {
      // When
      List<String> lines = lines(name, new Drawing.Lines(width, false, false));

      // Then
      assertThat(lines)
          .as(name + ", width " + width)
          .allSatisfy(line -> assertThat(SeenWidth.of(line)).isLessThanOrEqualTo(width));
      assertFramed(lines, "║", "[╔╠╚]═{" + (width - 1) + "}", name + ", width " + width);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void asciiIsAsciiInTheSameWidths(String name) {
    for (int width : widths()) {
      // When
      List<String> lines = lines(name, new Drawing.Lines(width, true, false));

      // Then
      assertThat(lines)
          .as(name + ", width " + width)
          .allSatisfy(line -> assertThat(line).matches("[ -~]*").hasSizeLessThanOrEqualTo(width));
      assertFramed(lines, "|", "\\+={" + (width - 1) + "}", name + ", width " + width);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void htmlIsWellFormedAndHasNothingOfUsersInItsTags(String name) throws Exception {
    // When
    String html = new Drawing.Html().of(page(name));

    // Then
    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replaceFirst("<!DOCTYPE html>\n", ""))));
    assertThat(html).doesNotContain("<b>", "<i>", "<script");
  }

  private static int[] widths() {
    return IntStream.rangeClosed(Drawing.Lines.LEAST_WIDTH, 130).toArray();
  }

  private static Page page(String name) {
    return Objects.requireNonNull(SamplePages.all().get(name));
  }

  private static List<String> lines(String name, Drawing drawing) {
    return Stream.of(drawing.of(page(name)).split("\n")).toList();
  }

  /** Down to the last border; tips stand below. */
  private static void assertFramed(List<String> lines, String border, String rule, String told) {
    if (lines.getFirst().matches(rule)) {
      int end =
          IntStream.range(0, lines.size()).filter(i -> lines.get(i).matches(rule)).max().orElse(0);
      assertThat(lines.subList(0, end + 1))
          .as(told)
          .allMatch(
              line -> line.equals(border) || line.startsWith(border + " ") || line.matches(rule));
    }
  }
}
