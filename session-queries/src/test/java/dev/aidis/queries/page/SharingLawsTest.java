package dev.aidis.queries.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.page.Page.Frame;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Laws of what is drawn for sharing, over random hostile pages. */
class SharingLawsTest {
  private static final int PAGES = 600;
  private static final Set<String> TAGS =
      Set.of(
          "html", "head", "meta", "style", "title", "body", "h1", "h2", "section", "p", "dl", "dt",
          "dd", "ul", "li", "br", "bdi", "span", "div", "table", "thead", "tbody", "tr", "th", "td",
          "footer");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])|&#(\\d+);");
  private static final Pattern BEGINNINGS =
      Pattern.compile("(?<!\\\\)([`*_\\[\\]<>|~!$]|&(?!#\\d+;))|(?i)https?:|www\\.");

  @Test
  void htmlIsWellFormedAndOfNothingButTheTagsOfReports() throws Exception {
    for (long seed = 0; seed < PAGES; seed++) {
      // When
      Document html = parsed(new Drawing.Html().of(new Hostile(seed).page()));

      // Then
      NodeList elements = html.getElementsByTagName("*");
      for (int i = 0; i < elements.getLength(); i++) {
        Element element = (Element) elements.item(i);
        assertThat(TAGS).as("seed " + seed).contains(element.getTagName());
        for (int a = 0; a < element.getAttributes().getLength(); a++) {
          assertThat(element.getAttributes().item(a).getNodeName())
              .as("seed " + seed)
              .doesNotStartWith("on")
              .isNotIn("href", "src", "style");
        }
      }
    }
  }

  @Test
  void htmlShowsWhatWasToldToTheLetter() throws Exception {
    for (long seed = 0; seed < PAGES; seed++) {
      // Given
      List<String> told = told(seed);

      // When
      Document html = parsed(new Drawing.Html().of(page(told)));

      // Then
      NodeList shown = html.getElementsByTagName("bdi");
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < shown.getLength(); i++) {
        texts.add(shown.item(i).getTextContent());
      }
      assertThat(texts).as("seed " + seed).isEqualTo(told.stream().map(UserText::line).toList());
    }
  }

  @Test
  void markdownKeepsWhatWasToldAsText() {
    for (long seed = 0; seed < PAGES; seed++) {
      // Given
      List<String> told = told(seed);

      // When
      List<String> lines = new Drawing.Markdown().of(page(told)).lines().toList();

      // Then
      List<String> items = lines.stream().filter(line -> line.startsWith("- ")).toList();
      assertThat(items).as("seed " + seed).hasSize(told.size() - 1);
      for (int i = 0; i < items.size(); i++) {
        String shown = items.get(i).substring(2);
        assertThat(meant(shown)).as("seed " + seed).isEqualTo(UserText.line(told.get(i)));
        assertThat(BEGINNINGS.matcher(shown.replace("\\\\", "")).find())
            .as("seed " + seed + ": " + shown)
            .isFalse();
        assertThat(shown).doesNotMatch("([-+=#>]|\\d+[.)]).*");
      }
      String row = lines.getLast().replaceAll("(?<!\\\\)((\\\\\\\\)*)\\|", "$1\n");
      assertThat(row.lines().map(cell -> meant(cell).strip()))
          .as("seed " + seed + ": " + lines.getLast())
          .containsExactly("", UserText.line(told.getLast()), "end");
    }
  }

  private static List<String> told(long seed) {
    Hostile hostile = new Hostile(seed);
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      told.add("x" + hostile.text() + "y");
    }
    told.set(0, told.get(0).substring(1));
    return told.stream().filter(one -> !UserText.line(one).isEmpty()).toList();
  }

  private static Page page(List<String> told) {
    Page.Writer page = Page.write(Frame.BOX, Symbol.CHART, Text.of("Told")).section();
    told.subList(0, told.size() - 1).forEach(one -> page.item(Mark.BULLET, Text.told(one)));
    return page.add(
            new Block.Table(
                Mark.NONE,
                true,
                List.of(
                    new Block.Column("A", Block.Fit.NAME, 0),
                    new Block.Column("B", Block.Fit.NAME, 0)),
                List.of(List.of(Text.told(told.getLast()), Text.of("end")))))
        .page();
  }

  private static String meant(String markdown) {
    return ESCAPED.matcher(markdown).replaceAll(SharingLawsTest::unescaped);
  }

  private static String unescaped(MatchResult escaped) {
    return java.util.regex.Matcher.quoteReplacement(
        escaped.group(1) != null
            ? escaped.group(1)
            : Character.toString(Integer.parseInt(escaped.group(2))));
  }

  private static Document parsed(String html) throws Exception {
    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replaceFirst("<!DOCTYPE html>\n", ""))));
  }
}
