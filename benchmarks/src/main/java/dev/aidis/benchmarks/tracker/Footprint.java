package dev.aidis.benchmarks.tracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tracker and its database use of the machine, by Linux's {@code /proc}.
 *
 * @param trackerCpuSeconds since it started
 * @param databaseCpuSeconds since it started, of all its processes, also of those that have ended
 * @param memoryBytes resident, what processes share counted once (PSS)
 */
public record Footprint(double trackerCpuSeconds, double databaseCpuSeconds, long memoryBytes) {
  private static final Path PROC = Path.of("/proc");
  private static final double TICKS_PER_SECOND = 100;
  private static final Pattern PID = Pattern.compile("\"pid\"\\s*:\\s*(\\d+)");
  private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

  /** Fields of {@code /proc/PID/stat} after the command, counted from 0. */
  private static final int PARENT = 1;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;
  private static final int CHILDREN_USER_TICKS = 13;
  private static final int CHILDREN_SYSTEM_TICKS = 14;

  static Footprint of(Path home) throws IOException {
    long tracker = number(PID, Files.readString(home.resolve("run/tracker.json")));
    long postmaster = Long.parseLong(Files.readAllLines(postmasterFile(home)).getFirst().strip());
    double ticks = ticks(postmaster, true);
    long memory = memory(tracker) + memory(postmaster);
    for (long backend : childrenOf(postmaster)) {
      ticks += ticks(backend, false);
      memory += memory(backend);
    }
    return new Footprint(ticks(tracker, true) / TICKS_PER_SECOND, ticks / TICKS_PER_SECOND, memory);
  }

  private static Path postmasterFile(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home, 4)) {
      return files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
    }
  }

  private static long[] childrenOf(long parent) throws IOException {
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .map(process -> process.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .mapToLong(Long::parseLong)
          .filter(pid -> stat(pid).filter(s -> Long.parseLong(s[PARENT]) == parent).isPresent())
          .toArray();
    }
  }

  private static double ticks(long pid, boolean withEnded) {
    return stat(pid)
        .map(
            stat ->
                Double.parseDouble(stat[USER_TICKS])
                    + Double.parseDouble(stat[SYSTEM_TICKS])
                    + (withEnded
                        ? Double.parseDouble(stat[CHILDREN_USER_TICKS])
                            + Double.parseDouble(stat[CHILDREN_SYSTEM_TICKS])
                        : 0))
        .orElse(0.0);
  }

  /** A process that ends in between has none. */
  private static Optional<String[]> stat(long pid) {
    try {
      String line = Files.readString(PROC.resolve(pid + "/stat"));
      return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  private static long memory(long pid) {
    try {
      return number(PSS, Files.readString(PROC.resolve(pid + "/smaps_rollup"))) << 10;
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("there is no " + pattern + " in " + text);
    }
    return Long.parseLong(matcher.group(1));
  }
}
