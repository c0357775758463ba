package dev.aidis.queries.page;

import java.util.List;

/** What stands on a page, one below the other. */
public sealed interface Block {

  /** A line above others. */
  record Heading(Symbol symbol, Text text) implements Block {}

  /**
   * A name and its value.
   *
   * @param lines of the value, at least one; those after the first stand below it
   */
  record Field(Mark mark, Symbol symbol, String name, List<Text> lines) implements Block {
    public Field {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException(name + " has no value; give it one line at least");
      }
    }
  }

  /** One of a list of lines, or a line of its own with {@link Mark#NONE}. */
  record Item(Mark mark, Symbol symbol, Text text) implements Block {}

  /** What users told in as many lines as they took. */
  record Prose(String told) implements Block {}

  /** An empty line, where lines are drawn. */
  record Gap() implements Block {}

  /**
   * Rows of cells.
   *
   * @param headed whether a drawing in lines shows the titles of the columns
   */
  record Table(Mark mark, boolean headed, List<Column> columns, List<List<Text>> rows)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Text> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row of " + row.size() + " cells has no place below " + columns.size() + " titles");
        }
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param rank where there is no room for all columns, those of the greatest rank go first
   * @param least columns wide, unless it is cut
   */
  record Column(String title, Fit fit, int rank, int least) {
    public Column(String title, Fit fit, int rank) {
      this(title, fit, rank, 0);
    }
  }

  /** How a column takes part in the fitting. */
  enum Fit {
    /** Right-aligned, never cut. */
    NUMBER,
    /** Never cut. */
    FIXED,
    /** Cut to a bearable width, and more where room is scarce. */
    NAME,
    /** Cut first. */
    REST,
    /** Goes on in further lines. */
    FLOW
  }
}
