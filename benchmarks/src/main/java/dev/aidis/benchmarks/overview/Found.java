package dev.aidis.benchmarks.overview;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page of results says in short.
 *
 * @param picture as the page shows it; absent if it has none
 * @param facts a list in Markdown; of a page with sections, links to these
 */
record Found(String title, @Nullable String picture, String facts) {
  private static final String TITLE = "# ";
  private static final String SECTION = "## ";

  /**
   * @param file name of the page
   * @param lines all of it; the first is its title
   */
  static Found of(String file, List<String> lines) {
    boolean hasSections = lines.stream().anyMatch(line -> line.startsWith(SECTION));
    return new Found(
        lines.getFirst().substring(TITLE.length()),
        lines.stream().filter(line -> line.startsWith("![")).findFirst().orElse(null),
        lines.stream()
            .filter(line -> line.startsWith(hasSections ? SECTION : "- "))
            .map(line -> hasSections ? link(file, line.substring(SECTION.length())) : line)
            .collect(Collectors.joining("\n")));
  }

  /** To a section by the anchor that GitHub gives it. */
  private static String link(String file, String section) {
    String anchor =
        section.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    return "- [%s](%s#%s)".formatted(section, file, anchor);
  }
}
