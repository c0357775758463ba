package dev.aidis.benchmarks.overview;

import dev.aidis.benchmarks.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what all benchmarks found last, and makes it one page with their pictures. */
public final class Main {
  private static final String PAGE = "README.md";

  private Main() {}

  public static void main(String[] args) throws IOException {
    Path directory = Results.directory();
    StringBuilder page = new StringBuilder("# What the benchmarks found\n\n");
    page.append("Made by `benchmarks/run`; each page tells the machine and every round.\n");
    for (Path found : pages(directory)) {
      List<String> lines = Files.readAllLines(found);
      String title = lines.getFirst().substring(2);
      String facts =
          lines.stream().filter(line -> line.startsWith("- ")).collect(Collectors.joining("\n"));
      String picture = lines.stream().filter(line -> line.startsWith("![")).findFirst().orElse("");
      page.append("\n## [%s](%s)%n%n".formatted(title, found.getFileName()));
      if (!picture.isEmpty()) {
        page.append(picture).append("\n\n");
      }
      page.append(facts).append('\n');
      System.out.printf("%n%s%n%s%n", title, facts);
    }
    Files.writeString(directory.resolve(PAGE), page);
  }

  private static List<Path> pages(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".md") && !file.endsWith(PAGE))
          .sorted()
          .toList();
    }
  }
}
