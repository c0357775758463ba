package dev.aidis.benchmarks.tracker;

import dev.aidis.benchmarks.PostgresProcesses;
import dev.aidis.benchmarks.ProcessTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tracker and its database use of the machine, by Linux's {@code /proc}.
 *
 * @param trackerCpuSeconds since it started, also of its processes that have ended
 * @param databaseCpuSeconds since it started, of all its processes, also of those that have ended
 * @param memoryBytes resident, what processes share counted once (PSS)
 */
public record Footprint(double trackerCpuSeconds, double databaseCpuSeconds, long memoryBytes) {
  private static final Path PROC = Path.of("/proc");
  private static final Pattern PID = Pattern.compile("\"pid\"\\s*:\\s*(\\d+)");
  private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

  static Footprint of(Path home) throws IOException {
    long tracker = number(PID, Files.readString(home.resolve("run/tracker.json")));
    PostgresProcesses postgres = PostgresProcesses.in(home);
    return new Footprint(
        ProcessTimes.cpuSeconds(tracker) + ProcessTimes.cpuSecondsOfEndedChildren(tracker),
        postgres.cpuSeconds(),
        memory(tracker) + postgres.ids().map(Footprint::memory).sum());
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
