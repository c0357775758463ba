package dev.aidis.queries.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes text as a terminal shows it.
 *
 * @param ascii nothing but ASCII
 * @param color with ECMA-48's colours
 */
record Pen(boolean ascii, boolean color) {
  private static final String ISOLATE = "\u2068";
  private static final String END_OF_ISOLATE = "\u2069";
  private static final String RESET = "\u001b[0m";

  /** The text measured, what users told made harmless. */
  Line line(Text text) {
    List<Line.Cell> cells = new ArrayList<>();
    for (Text.Span span : text.spans()) {
      String words = span.told() ? UserText.line(span.words()) : span.words();
      addCells(cells, words, span.told(), span.tone());
    }
    return new Line(cells);
  }

  /** What users told, in the lines they told it in. */
  List<Line> lines(String told) {
    List<Line> lines = new ArrayList<>();
    for (String written : UserText.lines(told)) {
      List<Line.Cell> cells = new ArrayList<>();
      addCells(cells, written, true, Tone.PLAIN);
      lines.add(new Line(cells));
    }
    return lines;
  }

  Line lead(Symbol symbol) {
    return ascii ? Line.EMPTY : line(Text.of(symbol.lead()));
  }

  Line lead(Mark mark) {
    return line(Text.of(mark.lead()));
  }

  Line ellipsis() {
    return line(Text.of("…"));
  }

  private void addCells(List<Line.Cell> cells, String words, boolean told, Tone tone) {
    for (Glyphs.Glyph glyph : Glyphs.of(ascii ? Ascii.of(words) : words)) {
      cells.add(new Line.Cell(glyph.text(), glyph.width(), told, tone));
    }
  }

  /** The line with its colours, and what runs from right to left kept apart from the rest. */
  String draw(Line line) {
    StringBuilder drawn = new StringBuilder();
    List<Line.Cell> cells = line.cells();
    for (int from = 0; from < cells.size(); ) {
      int end = from + 1;
      while (end < cells.size() && alike(cells.get(from), cells.get(end))) {
        end++;
      }
      drawRun(drawn, cells.subList(from, end));
      from = end;
    }
    return drawn.toString();
  }

  private static boolean alike(Line.Cell one, Line.Cell other) {
    return one.told() == other.told() && one.tone() == other.tone();
  }

  private void drawRun(StringBuilder drawn, List<Line.Cell> run) {
    StringBuilder words = new StringBuilder();
    run.forEach(cell -> words.append(cell.text()));
    boolean colored = color && !run.getFirst().tone().rendition().isEmpty();
    boolean isolated = run.getFirst().told() && hasRightToLeft(words);
    drawn
        .append(colored ? "\u001b[" + run.getFirst().tone().rendition() + "m" : "")
        .append(isolated ? ISOLATE : "")
        .append(words)
        .append(isolated ? END_OF_ISOLATE : "")
        .append(colored ? RESET : "");
  }

  private static boolean hasRightToLeft(CharSequence text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(
            direction ->
                direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                    || direction == Character.DIRECTIONALITY_ARABIC_NUMBER);
  }
}
