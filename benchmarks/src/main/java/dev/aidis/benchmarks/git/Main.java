package dev.aidis.benchmarks.git;

import dev.aidis.benchmarks.Results;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the lines of every non-merge commit of repositories with {@code git log --numstat}, and
 * times measurements of a repository of 10,000 files in which little has changed. Arguments: paths
 * of repositories, with or without a work tree; none times only.
 */
public final class Main {
  private static final int FILES = 10_000;

  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "repository",
            "non-merge commits",
            "agree exactly",
            "lines added, git",
            "ours",
            "lines removed, git",
            "ours"));
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String argument : args) {
      Agreement agreement = Agreement.of(Path.of(argument));
      table.add(agreement.cells());
      System.out.println(String.join("  ", agreement.cells()));
      facts.put(
          agreement.name() + ": commits that agree exactly, %",
          String.format(Locale.ROOT, "%.3f", agreement.share()));
    }
    facts.put(
        "load of the machine at the measurements",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    MeasuringTime.Times times = MeasuringTime.of(FILES);
    facts.put("files of the measured repository", FILES);
    facts.put("measurement with 5 changed files, ms, median of 15", times.median());
    facts.put("the slowest of the 15, ms", times.slowest());
    facts.put("the first one in a new JVM, ms", times.first());
    facts.put("git diff HEAD --numstat on the same, ms, median of 15", times.git());
    facts.forEach((name, value) -> System.out.println(name + ": " + value));
    Results.write("git", "Lines of code beside git's, and the time of a measurement", facts, table);
  }
}
