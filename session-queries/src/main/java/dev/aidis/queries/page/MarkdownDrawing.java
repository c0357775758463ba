package dev.aidis.queries.page;

import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Field;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Block.Gap;
import dev.aidis.queries.page.Block.Heading;
import dev.aidis.queries.page.Block.Item;
import dev.aidis.queries.page.Block.Prose;
import dev.aidis.queries.page.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws a page in CommonMark. What users told stays text, whatever it looks like. */
final class MarkdownDrawing {
  /** What can begin something within a line. */
  private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>|~&#!$]");

  /** The same, of what our own words hold. */
  private static final Pattern OUR_SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>|#]");

  /** What can begin something at the start of a line: lists, rules, underlined headings. */
  private static final Pattern START = Pattern.compile("^(?=[-+=:])|^(\\d{1,9})(?=[.)])");

  /** What GitHub and others make links of by themselves. */
  private static final Pattern LINKS =
      Pattern.compile("(?i)(?:https?|ftp|mailto|xmpp):|www\\.|@(?=\\w)");

  private final StringBuilder drawn = new StringBuilder();
  private boolean inList;

  /** Whether the list has entries that those with a mark belong to. */
  private boolean nests;

  String draw(Page page) {
    drawn.append("# ").append(lead(page.symbol())).append(inline(page.title())).append('\n');
    boolean goesOn = false;
    for (List<Block> section : page.sections()) {
      if (goesOn && !section.isEmpty() && !(section.getFirst() instanceof Heading)) {
        paragraph("---");
      }
      inList = false;
      section.forEach(this::block);
      goesOn = true;
    }
    inList = false;
    for (Text tip : page.tips()) {
      paragraph(lead(Symbol.BULB) + "Tip: " + inline(tip));
    }
    return drawn.toString();
  }

  private void block(Block block) {
    switch (block) {
      case Heading(Symbol symbol, Text text) -> heading(lead(symbol) + inline(text));
      case Field(Mark mark, Symbol symbol, String name, List<Text> lines) ->
          entry(
              mark,
              "%s**%s:** %s"
                  .formatted(
                      lead(symbol),
                      name,
                      lines.stream()
                          .map(MarkdownDrawing::inline)
                          .collect(Collectors.joining(" "))));
      case Item(Mark mark, Symbol symbol, Text text) -> {
        String words = lead(symbol) + inline(text);
        if (mark == Mark.NONE) {
          paragraph(atStart(words));
        } else {
          entry(mark, words);
        }
      }
      case Prose(String told) -> prose(told);
      case Gap _ -> {}
      case Table(Mark _, boolean _, List<Column> columns, List<List<Text>> rows) ->
          table(columns, rows);
    }
  }

  private void heading(String words) {
    inList = false;
    drawn.append("\n## ").append(words).append('\n');
  }

  private void paragraph(String words) {
    inList = false;
    drawn.append('\n').append(words).append('\n');
  }

  private void entry(Mark mark, String words) {
    if (!inList) {
      drawn.append('\n');
      nests = false;
    }
    inList = true;
    nests |= mark == Mark.NONE;
    drawn.append(nests && mark != Mark.NONE ? "  - " : "- ").append(atStart(words)).append('\n');
  }

  /** Each line its own, in a quotation. */
  private void prose(String told) {
    inList = false;
    List<String> lines = new ArrayList<>();
    for (String line : UserText.lines(told)) {
      lines.add(line.isBlank() ? "" : atStart(escaped(line.strip())));
    }
    drawn.append('\n');
    for (int i = 0; i < lines.size(); i++) {
      boolean goesOn =
          i + 1 < lines.size() && !lines.get(i).isEmpty() && !lines.get(i + 1).isEmpty();
      drawn.append(("> " + lines.get(i)).stripTrailing()).append(goesOn ? "\\\n" : "\n");
    }
  }

  private void table(List<Column> columns, List<List<Text>> rows) {
    inList = false;
    drawn.append('\n');
    row(columns, column -> column.title().replace("#", "\\#"));
    row(columns, column -> column.fit() == Fit.NUMBER ? "--:" : "---");
    rows.forEach(cells -> row(cells, MarkdownDrawing::inline));
  }

  private <T> void row(List<T> cells, Function<T, String> words) {
    cells.forEach(cell -> drawn.append("| ").append(words.apply(cell)).append(' '));
    drawn.append("|\n");
  }

  private static String lead(Symbol symbol) {
    return symbol.lead().isBlank() ? "" : symbol.lead().strip() + " ";
  }

  private static String inline(Text text) {
    return text.spans().stream()
        .map(
            span -> {
              String words = span.told() ? UserText.line(span.words()) : span.words();
              return span.told() ? escaped(words) : escapedSigns(OUR_SIGNS, words);
            })
        .collect(Collectors.joining());
  }

  private static String atStart(String words) {
    return START.matcher(words).replaceFirst("$1\\\\");
  }

  private static String escaped(String told) {
    return LINKS.matcher(escapedSigns(SIGNS, told)).replaceAll(MarkdownDrawing::unlinked);
  }

  private static String escapedSigns(Pattern signs, String words) {
    return signs.matcher(words).replaceAll("\\\\$0");
  }

  private static String unlinked(MatchResult link) {
    int sign = link.group().length() - 1;
    return Matcher.quoteReplacement(
        "%s&#%d;".formatted(link.group().substring(0, sign), (int) link.group().charAt(sign)));
  }
}
