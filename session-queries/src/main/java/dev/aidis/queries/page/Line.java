package dev.aidis.queries.page;

import java.util.ArrayList;
import java.util.List;

/** A line for a terminal, measured. It is broken and cut between characters, never within. */
record Line(List<Cell> cells) {
  static final Line EMPTY = new Line(List.of());

  /**
   * A character as a reader sees it.
   *
   * @param width in columns: 0, 1 or 2
   * @param told by users
   */
  record Cell(String text, int width, boolean told, Tone tone) {
    boolean isSpace() {
      return text.equals(" ");
    }
  }

  int width() {
    return cells.stream().mapToInt(Cell::width).sum();
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  Line and(Line more) {
    List<Cell> both = new ArrayList<>(cells);
    both.addAll(more.cells);
    return new Line(both);
  }

  /** The line, or its beginning and the ellipsis where it takes more columns. */
  Line cut(int columns, Line ellipsis) {
    if (width() <= columns) {
      return this;
    }
    int room = columns - ellipsis.width();
    return room < 0 ? EMPTY : new Line(cells.subList(0, fitting(0, room))).stripped().and(ellipsis);
  }

  /** In lines of so many columns: broken at spaces; a word that is too wide is broken within. */
  List<Line> wrap(int columns) {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    while (from < cells.size()) {
      int fitting = fitting(from, columns);
      int end = fitting == cells.size() ? fitting : breakBefore(from, fitting);
      lines.add(new Line(cells.subList(from, end)).stripped());
      from = end;
      while (from < cells.size() && cells.get(from).isSpace()) {
        from++;
      }
    }
    return lines.isEmpty() ? List.of(EMPTY) : lines;
  }

  /** The end of what fits, counted from a cell on. */
  private int fitting(int from, int columns) {
    int end = from;
    int taken = 0;
    while (end < cells.size() && taken + cells.get(end).width() <= columns) {
      taken += cells.get(end).width();
      end++;
    }
    return end;
  }

  private int breakBefore(int from, int fitting) {
    int first = from;
    while (first < fitting && cells.get(first).isSpace()) {
      first++;
    }
    for (int i = fitting; i > first; i--) {
      if (cells.get(i).isSpace()) {
        return i;
      }
    }
    return Math.max(fitting, from + 1);
  }

  private Line stripped() {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isSpace()) {
      end--;
    }
    return new Line(cells.subList(0, end));
  }
}
