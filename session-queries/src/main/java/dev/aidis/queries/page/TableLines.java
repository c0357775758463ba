package dev.aidis.queries.page;

import dev.aidis.queries.page.Block.Column;
import dev.aidis.queries.page.Block.Fit;
import dev.aidis.queries.page.Block.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Draws a table in lines. Where it would be too wide, texts are cut, and where that is not enough,
 * columns are left out.
 */
final class TableLines {
  private static final int GAP = 2;
  private static final int LEAST_TEXT = 7;
  private static final int MOST_NAME = 24;
  private static final int LEAST_FLOW = 12;

  private final Pen pen;
  private final int room;

  /** A column in the making. */
  private static final class Fitted {
    private final Column column;
    private final Line title;
    private final List<Line> cells;
    private int width;

    private Fitted(Column column, Line title, List<Line> cells) {
      this.column = column;
      this.title = title;
      this.cells = cells;
      int widest = cells.stream().mapToInt(Line::width).max().orElse(0);
      this.width = Math.max(column.least(), Math.max(title.width(), widest));
      if (column.fit() == Fit.NAME) {
        this.width = Math.min(width, MOST_NAME);
      }
    }

    private int least() {
      return switch (column.fit()) {
        case NUMBER, FIXED -> width;
        case NAME, REST -> Math.min(width, LEAST_TEXT);
        case FLOW -> Math.min(width, LEAST_FLOW);
      };
    }
  }

  TableLines(Pen pen, int room) {
    this.pen = pen;
    this.room = room;
  }

  List<Line> of(Table table) {
    List<Fitted> columns = fitted(table);
    List<Line> lines = new ArrayList<>();
    if (table.headed()) {
      lines.add(row(columns, columns.stream().map(column -> column.title).toList()));
      lines.add(pen.line(Text.of("─".repeat(Math.min(room, width(columns)))).in(Tone.FAINT)));
    }
    for (int i = 0; i < table.rows().size(); i++) {
      addRow(lines, columns, i);
    }
    return lines;
  }

  private void addRow(List<Line> lines, List<Fitted> columns, int index) {
    List<List<Line>> parts = new ArrayList<>();
    for (Fitted column : columns) {
      Line cell = column.cells.get(index);
      parts.add(column.column.fit() == Fit.FLOW ? cell.wrap(column.width) : List.of(cell));
    }
    int height = parts.stream().mapToInt(List::size).max().orElse(1);
    for (int i = 0; i < height; i++) {
      int line = i;
      lines.add(
          row(
              columns,
              parts.stream()
                  .map(part -> line < part.size() ? part.get(line) : Line.EMPTY)
                  .toList()));
    }
  }

  private List<Fitted> fitted(Table table) {
    List<Fitted> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int index = i;
      Column column = table.columns().get(i);
      columns.add(
          new Fitted(
              column,
              pen.line(Text.of(column.title()).in(Tone.STRONG)),
              table.rows().stream().map(row -> pen.line(row.get(index))).toList()));
    }
    while (columns.size() > 1
        && columns.stream().mapToInt(Fitted::least).sum() + GAP * (columns.size() - 1) > room) {
      columns.remove(
          columns.stream().max(Comparator.comparingInt(one -> one.column.rank())).orElseThrow());
    }
    shrink(columns);
    return columns;
  }

  private void shrink(List<Fitted> columns) {
    int excess = width(columns) - room;
    for (Set<Fit> shrinking : List.of(Set.of(Fit.REST, Fit.FLOW), Set.of(Fit.NAME))) {
      for (Fitted column : columns.reversed()) {
        if (excess > 0 && shrinking.contains(column.column.fit())) {
          int taken = Math.min(excess, column.width - column.least());
          column.width -= taken;
          excess -= taken;
        }
      }
    }
    if (excess > 0) {
      columns.getLast().width = Math.max(1, columns.getLast().width - excess);
    }
  }

  private static int width(List<Fitted> columns) {
    return columns.stream().mapToInt(column -> column.width).sum() + GAP * (columns.size() - 1);
  }

  private Line row(List<Fitted> columns, List<Line> cells) {
    Line row = Line.EMPTY;
    for (int i = 0; i < columns.size(); i++) {
      Line cell = cells.get(i).cut(columns.get(i).width, pen.ellipsis());
      Line filling = spaces(columns.get(i).width - cell.width());
      boolean right = columns.get(i).column.fit() == Fit.NUMBER;
      row = row.and(i == 0 ? Line.EMPTY : spaces(GAP));
      row = right ? row.and(filling).and(cell) : row.and(cell).and(filling);
    }
    return row;
  }

  private Line spaces(int columns) {
    return pen.line(Text.of(" ".repeat(columns)));
  }
}
