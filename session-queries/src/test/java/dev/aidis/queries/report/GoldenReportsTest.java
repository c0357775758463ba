package dev.aidis.queries.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.page.Drawing;
import dev.aidis.queries.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each report in each drawing, as files that people can look at. {@code -Dreports.write=true}
 * writes them anew: look at the difference before it is committed.
 */
class GoldenReportsTest {
  private static final Path FILES = Path.of("src/test/resources/reports");
  private static final boolean WRITE = Boolean.getBoolean("reports.write");

  private static final Map<String, Drawing> DRAWINGS =
      Map.of(
          ".txt", Drawing.Lines.of(80),
          ".narrow.txt", Drawing.Lines.of(32),
          ".ascii.txt", new Drawing.Lines(80, true, false),
          ".md", new Drawing.Markdown(),
          ".html", new Drawing.Html());

  @TestFactory
  List<DynamicTest> reportsAreDrawnAsTheFilesShow() {
    return SamplePages.all().entrySet().stream()
        .flatMap(
            report ->
                DRAWINGS.entrySet().stream()
                    .map(
                        drawing ->
                            DynamicTest.dynamicTest(
                                report.getKey() + drawing.getKey(),
                                () ->
                                    compare(
                                        report.getKey() + drawing.getKey(),
                                        drawing.getValue(),
                                        report.getValue()))))
        .toList();
  }

  private static void compare(String name, Drawing drawing, Page page) throws IOException {
    String drawn = drawing.of(page);
    if (WRITE) {
      Files.createDirectories(FILES);
      Files.writeString(FILES.resolve(name), drawn);
    }
    assertThat(FILES.resolve(name)).content().isEqualTo(drawn);
  }
}
