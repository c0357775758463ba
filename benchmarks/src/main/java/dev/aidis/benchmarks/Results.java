package dev.aidis.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a benchmark found to {@code benchmarks/results/<subject>.json} and {@code .md}: the
 * only source of figures in documents.
 */
public final class Results {
  /** Set by {@code benchmarks/run}. */
  private static final String DIRECTORY = "aidis.benchmarks.results";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Results() {}

  /**
   * @param subject names the files
   * @param title of the page
   * @param facts the findings by name, in the order to show: numbers and texts; kept as they are in
   *     the JSON
   * @param table header first; cells are texts
   * @throws UncheckedIOException when the directory cannot be written to
   */
  public static void write(
      String subject, String title, Map<String, Object> facts, List<List<String>> table) {
    write(subject, title, facts, table, null);
  }

  /**
   * The same with a picture, {@code <subject>.svg}.
   *
   * @param chart of the most telling of the findings
   */
  public static void write(
      String subject,
      String title,
      Map<String, Object> facts,
      List<List<String>> table,
      @Nullable BarChart chart) {
    Map<String, Object> document = new LinkedHashMap<>(facts);
    document.put("machine", machine());
    document.put("table", table);
    Path directory = directory();
    try {
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve(subject + ".json"), JSON.writeValueAsString(document) + "\n");
      String picture = "";
      if (chart != null) {
        Files.writeString(directory.resolve(subject + ".svg"), chart.svg());
        picture = "![%s](%s.svg)%n%n".formatted(chart.title(), subject);
      }
      Files.writeString(directory.resolve(subject + ".md"), page(title, picture, document, table));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write results to " + directory, e);
    }
  }

  /** Where they are. */
  public static Path directory() {
    return Path.of(System.getProperty(DIRECTORY, "benchmarks/results"));
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return "%s %s, %d processors, JVM %s, heap of at most %d MB"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            runtime.availableProcessors(),
            Runtime.version(),
            runtime.maxMemory() >> 20);
  }

  private static String page(
      String title, String picture, Map<String, Object> document, List<List<String>> table) {
    String facts =
        document.entrySet().stream()
            .filter(fact -> !fact.getKey().equals("table"))
            .map(fact -> "- " + fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("\n"));
    return "# " + title + "\n\n" + picture + facts + "\n\n" + markdown(table);
  }

  private static String markdown(List<List<String>> table) {
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < table.size(); row++) {
      lines.append("| ").append(String.join(" | ", table.get(row))).append(" |\n");
      if (row == 0) {
        lines.append("| --- ".repeat(table.getFirst().size())).append("|\n");
      }
    }
    return lines.toString();
  }
}
