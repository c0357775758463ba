package dev.aidis.queries.page;

import dev.aidis.queries.page.Block.Field;
import dev.aidis.queries.page.Block.Gap;
import dev.aidis.queries.page.Block.Heading;
import dev.aidis.queries.page.Block.Item;
import dev.aidis.queries.page.Block.Prose;
import dev.aidis.queries.page.Block.Table;
import dev.aidis.queries.page.Page.Frame;
import java.util.List;

/**
 * Draws a page in lines, as the plan's reports are drawn: in a frame that is open to the right, so
 * that no terminal's idea of a character's width can break it. What does not fit goes on below.
 */
final class LinesDrawing {
  /** Values go on below each other only where so many columns are left beside their name. */
  private static final int LEAST_VALUE = 12;

  private final int width;
  private final Pen pen;
  private final StringBuilder drawn = new StringBuilder();
  private String border = "";

  LinesDrawing(int width, Pen pen) {
    this.width = width;
    this.pen = pen;
  }

  String draw(Page page) {
    if (page.frame() == Frame.BOX) {
      box(page);
    } else {
      open(page);
    }
    border = "";
    for (Text tip : page.tips()) {
      blank();
      hanging(pen.lead(Symbol.BULB), pen.line(Text.of("Tip: ").and(tip)));
    }
    return drawn.toString();
  }

  private void box(Page page) {
    rule("╔");
    border = drawn("║");
    title(page);
    for (List<Block> section : page.sections()) {
      rule("╠");
      section.forEach(this::block);
    }
    rule("╚");
  }

  private void open(Page page) {
    if (page.frame() == Frame.OPEN) {
      title(page);
    }
    boolean first = page.frame() == Frame.BARE;
    for (List<Block> section : page.sections()) {
      if (!first) {
        blank();
      }
      first = false;
      section.forEach(this::block);
    }
  }

  private void title(Page page) {
    wrapped(Line.EMPTY, pen.lead(page.symbol()).and(pen.line(page.title().in(Tone.STRONG))));
  }

  private void block(Block block) {
    switch (block) {
      case Heading(Symbol symbol, Text text) ->
          wrapped(
              Line.EMPTY,
              pen.lead(symbol)
                  .and(pen.line(text.and(border.isEmpty() ? "" : ":").in(Tone.STRONG))));
      case Field field -> field(field);
      case Item(Mark mark, Symbol symbol, Text text) ->
          hanging(pen.lead(mark).and(pen.lead(symbol)), pen.line(text));
      case Prose(String told) -> pen.lines(told).forEach(line -> wrapped(Line.EMPTY, line));
      case Gap _ -> blank();
      case Table table ->
          new TableLines(pen, room() - pen.lead(table.mark()).width())
              .of(table)
              .forEach(row -> row(pen.lead(table.mark()).and(row)));
    }
  }

  private void field(Field field) {
    Line lead = pen.lead(field.mark()).and(pen.lead(field.symbol()));
    Line name = pen.line(Text.of(field.name() + ": "));
    Line first = pen.line(field.lines().getFirst());
    if (field.mark() == Mark.NONE) {
      wrapped(Line.EMPTY, lead.and(name).and(first));
    } else {
      hanging(lead, name.and(first));
    }
    int beside = lead.width() + name.width();
    Line below = room() - beside < LEAST_VALUE ? spaces(lead.width()) : spaces(beside);
    for (Text line : field.lines().subList(1, field.lines().size())) {
      hanging(below, pen.line(line));
    }
  }

  /** In as many lines as it takes, those after the first below the first's words. */
  private void hanging(Line lead, Line line) {
    Line before = lead;
    for (Line one : line.wrap(Math.max(1, room() - lead.width()))) {
      row(before.and(one));
      before = spaces(lead.width());
    }
  }

  private void wrapped(Line lead, Line line) {
    line.wrap(room()).forEach(one -> row(lead.and(one)));
  }

  private void blank() {
    row(Line.EMPTY);
  }

  private int room() {
    return border.isEmpty() ? width : width - 2;
  }

  private void row(Line line) {
    String text = pen.draw(line).stripTrailing();
    drawn.append(border).append(border.isEmpty() || text.isEmpty() ? "" : " ");
    drawn.append(text).append('\n');
  }

  private void rule(String corner) {
    drawn.append(drawn(corner + "═".repeat(width - 1))).append('\n');
  }

  private String drawn(String line) {
    return pen.draw(pen.line(Text.of(line).in(Tone.FAINT)));
  }

  private Line spaces(int columns) {
    return pen.line(Text.of(" ".repeat(columns)));
  }
}
