package dev.aidis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks lines between words where a terminal would break them anywhere. */
public final class Fit {
  /** A mark, a gap, and what is said of it: the text goes on below itself. */
  private static final Pattern TWO_COLUMNS = Pattern.compile(" *\\S.*?\\s{2,}(?=\\S)");

  private Fit() {}

  /**
   * The line in as many as it needs. A word that is too long, such as an address, stays whole, so
   * that it can be copied.
   *
   * @param width columns; each character is taken for one
   */
  public static String line(String line, int width) {
    StringBuilder fitted = new StringBuilder();
    String indent = " ".repeat(hanging(line, width));
    String left = line;
    while (left.length() > width) {
      int at = breakAt(left, width, indent.length());
      if (at < 0) {
        break;
      }
      fitted.append(left.substring(0, at).stripTrailing()).append('\n');
      left = indent + left.substring(at).strip();
    }
    return fitted.append(left).toString();
  }

  /** For a person at a terminal; elsewhere a line stays one, for other programs. */
  public static String line(String line, Surroundings surroundings) {
    return surroundings.terminal() ? line(line, surroundings.width()) : line;
  }

  /** The blank to break at, the first one that can be if there is none within the width. */
  private static int breakAt(String text, int width, int indent) {
    int last = text.lastIndexOf(' ', width);
    boolean something = last > indent && !text.substring(0, last).isBlank();
    if (something) {
      return last;
    }
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    return text.indexOf(' ', start);
  }

  private static int hanging(String line, int width) {
    Matcher columns = TWO_COLUMNS.matcher(line);
    if (columns.lookingAt() && columns.end() <= width / 2) {
      return columns.end();
    }
    int leading = line.length() - line.stripLeading().length();
    return Math.min(leading + 2, width / 2);
  }

  /** Writes help, whose lines are too long for a very narrow terminal. */
  static PrintWriter writer(Surroundings surroundings) {
    return new PrintWriter(new Lines(surroundings), true);
  }

  private static final class Lines extends Writer {
    private final Surroundings surroundings;
    private final StringWriter text = new StringWriter();

    private Lines(Surroundings surroundings) {
      this.surroundings = surroundings;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
      text.write(characters, offset, length);
    }

    /** Whole lines only. */
    @Override
    public void flush() {
      int end = text.getBuffer().lastIndexOf("\n") + 1;
      text.getBuffer()
          .substring(0, end)
          .lines()
          .forEach(line -> surroundings.out().println(line(line, surroundings)));
      text.getBuffer().delete(0, end);
    }

    @Override
    public void close() throws IOException {
      flush();
      surroundings.out().print(text);
    }
  }
}
