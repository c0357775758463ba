package dev.aidis.queries.report;

/** Draws lines into a frame that is open to the right, as the plan's reports are. */
final class Box {
  private static final int LEAST_WIDTH = 30;

  private final int width;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param width in columns, frame included
   */
  Box(int width) {
    this.width = Math.max(width, LEAST_WIDTH);
    rule("╔");
  }

  Box section() {
    rule("╠");
    return this;
  }

  /** A line, cut where it does not fit. */
  Box line(String content) {
    text.append(("║ " + Cells.cut(content, width - 2)).stripTrailing()).append('\n');
    return this;
  }

  Box blank() {
    text.append("║\n");
    return this;
  }

  /** Text of users, in as many lines as it takes. */
  Box paragraph(String content) {
    for (String written : UserText.lines(content)) {
      Cells.wrap(written, width - 2).forEach(this::line);
    }
    return this;
  }

  String close() {
    rule("╚");
    return text.toString();
  }

  private void rule(String corner) {
    text.append(corner).append("═".repeat(width - 1)).append('\n');
  }
}
