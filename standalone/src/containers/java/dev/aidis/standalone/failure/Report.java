package dev.aidis.standalone.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a test found, for people: printed, and kept as a section of a page. A section is written when
 * its test has found everything right, in the place of what the same test found before. {@code
 * -Daidis.failure.report} names the page.
 */
final class Report {
  private static final Path PAGE =
      Path.of(System.getProperty("aidis.failure.report", "target/failure/report.md"));
  private static final String HEADING = "## ";
  private static final String PREFACE =
      """
      # Failures

      What the tests of containers found (profile `containers`, see CONTRIBUTING.md): a tracker made of the containers of `deploy/compose.yaml` with
      three brokers and two of each service, told over REST. Each section was written by its test once it had found this right: everything
      acknowledged is in the log, nothing counts twice, and the database is what an oracle makes of the log. A bound of time that was missed is named.
      """;

  private final String title;
  private final List<String> lines = new ArrayList<>();

  Report(String title) {
    this.title = title;
  }

  /** Adds a finding. */
  Report say(String finding) {
    System.out.println("[failure] " + finding);
    lines.add("- " + finding);
    return this;
  }

  /** Keeps the section. */
  void keep(Clock clock) {
    Map<String, String> sections = read();
    sections.put(
        title,
        "\n%s%s\n%s, %d processors, %s.\n\n%s\n"
            .formatted(
                HEADING,
                title,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                String.join("\n", lines)));
    try {
      Files.createDirectories(PAGE.toAbsolutePath().getParent());
      Files.writeString(PAGE, PREFACE + String.join("", sections.values()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read() {
    Map<String, String> sections = new TreeMap<>();
    if (Files.exists(PAGE)) {
      try {
        String[] parts = Files.readString(PAGE).split("\n" + HEADING, -1);
        for (int part = 1; part < parts.length; part++) {
          String heading = parts[part].lines().findFirst().orElseThrow();
          sections.put(heading, "\n" + HEADING + parts[part].stripTrailing() + "\n");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sections;
  }
}
