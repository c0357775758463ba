package dev.aidis.benchmarks.overview;

import dev.aidis.benchmarks.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prints what all benchmarks found last, and makes it one page with their pictures. */
public final class Main {
  private static final String PAGE = "README.md";

  private Main() {}

  public static void main(String[] args) throws IOException {
    Path directory = Results.directory();
    StringBuilder page = new StringBuilder("# What the benchmarks found\n\n");
    page.append("Made by `benchmarks/run`; each page tells the machine and every round.\n");
    for (Path file : pages(directory)) {
      String name = file.getFileName().toString();
      Found found = Found.of(name, Files.readAllLines(file));
      page.append("\n## [%s](%s)%n%n".formatted(found.title(), name));
      if (found.picture() != null) {
        page.append(found.picture()).append("\n\n");
      }
      page.append(found.facts()).append('\n');
      System.out.printf("%n%s%n%s%n", found.title(), found.facts());
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
