package dev.aidis.queries.page;

/** A way to draw pages. */
public sealed interface Drawing {

  /** The page drawn, ending in a line break. */
  String of(Page page);

  /**
   * Lines for a terminal.
   *
   * @param width in columns, borders included; {@value #LEAST_WIDTH} at least
   * @param ascii nothing but ASCII: what users told loses what cannot be said in it
   * @param color with the colours of a terminal
   */
  record Lines(int width, boolean ascii, boolean color) implements Drawing {
    /** The width of the plan's reports. */
    public static final int PLAN_WIDTH = 61;

    public static final int LEAST_WIDTH = 20;

    public Lines {
      if (width < LEAST_WIDTH) {
        throw new IllegalArgumentException(
            "width " + width + " must be " + LEAST_WIDTH + " columns or more");
      }
    }

    /** In Unicode, without colours. */
    public static Lines of(int width) {
      return new Lines(width, false, false);
    }

    @Override
    public String of(Page page) {
      return new LinesDrawing(width, new Pen(ascii, color)).draw(page);
    }
  }

  /** CommonMark with the tables of GitHub. */
  record Markdown() implements Drawing {
    @Override
    public String of(Page page) {
      return new MarkdownDrawing().draw(page);
    }
  }

  /** One page that holds all it needs: no scripts, nothing loaded from elsewhere. */
  record Html() implements Drawing {
    @Override
    public String of(Page page) {
      return new HtmlDrawing().draw(page);
    }
  }
}
