package dev.aidis.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    Map<String, Object> document = new LinkedHashMap<>(facts);
    document.put("machine", machine());
    document.put("table", table);
    Path directory = Path.of(System.getProperty(DIRECTORY, "benchmarks/results"));
    try {
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve(subject + ".json"), JSON.writeValueAsString(document) + "\n");
      Files.writeString(directory.resolve(subject + ".md"), page(title, document, table));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write results to " + directory, e);
    }
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

  private static String page(String title, Map<String, Object> document, List<List<String>> table) {
    String facts =
        document.entrySet().stream()
            .filter(fact -> !fact.getKey().equals("table"))
            .map(fact -> "- " + fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("\n"));
    return "# " + title + "\n\n" + facts + "\n\n" + markdown(table);
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
