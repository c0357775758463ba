package dev.aidis.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What was measured side by side, as a picture (SVG) that reads in light and dark: a bar to the
 * median of each, a line from its least to its greatest value. On one linear scale that begins at
 * zero.
 */
public final class BarChart {
  private static final int WIDTH = 760;
  private static final int LABELS = 280;
  private static final int NUMBERS = 110;
  private static final int ROW = 30;
  private static final int BAR = 18;
  private static final int HEADING = 40;

  private static final String STYLE =
      """
      <style>
        text { font: 13px system-ui, sans-serif; fill: #24292f }
        .title { font-weight: 600; font-size: 15px }
        .bar { fill: #0072b2 }
        .spread { stroke: #d55e00; stroke-width: 2 }
        @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .bar { fill: #56b4e9 } }
      </style>
      """;

  private final String title;
  private final String unit;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String label, double least, double median, double greatest) {}

  /**
   * @param unit of all values, such as {@code activities/s}
   */
  public BarChart(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /**
   * Adds a bar below the others.
   *
   * @param values of its repetitions, none negative
   * @throws IllegalArgumentException when there are none
   */
  public BarChart bar(String label, Collection<Double> values) {
    bars.add(
        new Bar(label, Collections.min(values), Figures.median(values), Collections.max(values)));
    return this;
  }

  String title() {
    return title;
  }

  String svg() {
    int height = HEADING + ROW * bars.size() + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
            <title>%3$s, %4$s</title>
            """
                .formatted(WIDTH, height, escaped(title), escaped(unit)))
        .append(STYLE)
        .append(
            "<text class=\"title\" x=\"10\" y=\"22\">%s, %s</text>%n"
                .formatted(escaped(title), escaped(unit)));
    double greatest = bars.stream().mapToDouble(Bar::greatest).max().orElse(1);
    for (int row = 0; row < bars.size(); row++) {
      draw(bars.get(row), HEADING + ROW * row, (WIDTH - LABELS - NUMBERS) / greatest, svg);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void draw(Bar bar, int top, double scale, StringBuilder svg) {
    int middle = top + BAR / 2;
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <text x="%d" y="%d" text-anchor="end">%s</text>
            <rect class="bar" x="%d" y="%d" width="%.1f" height="%d"/>
            <line class="spread" x1="%.1f" y1="%5$d" x2="%.1f" y2="%5$d" transform="translate(0 %d)"/>
            <text x="%.1f" y="%d">%s</text>
            """,
            LABELS - 10,
            top + 14,
            escaped(bar.label()),
            LABELS,
            top,
            bar.median() * scale,
            BAR,
            LABELS + bar.least() * scale,
            LABELS + bar.greatest() * scale,
            middle - top,
            LABELS + Math.max(bar.median(), bar.greatest()) * scale + 8,
            top + 14,
            number(bar.median())));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
