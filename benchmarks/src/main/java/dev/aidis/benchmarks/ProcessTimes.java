package dev.aidis.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** CPU time of processes, by Linux's {@code /proc}. */
public final class ProcessTimes {
  private static final Path PROC = Path.of("/proc");
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of {@code /proc/PID/stat} after the command, counted from 0. */
  private static final int PARENT = 1;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;
  private static final int CHILDREN_USER_TICKS = 13;
  private static final int CHILDREN_SYSTEM_TICKS = 14;

  private ProcessTimes() {}

  /** Since it started; 0 when it has ended. */
  public static double cpuSeconds(long pid) {
    return seconds(pid, USER_TICKS, SYSTEM_TICKS);
  }

  /** Of its children that have ended. */
  public static double cpuSecondsOfEndedChildren(long pid) {
    return seconds(pid, CHILDREN_USER_TICKS, CHILDREN_SYSTEM_TICKS);
  }

  /** Those that live. */
  public static LongStream childrenOf(long parent) throws IOException {
    try (Stream<Path> processes = Files.list(PROC)) {
      long[] children =
          processes
              .map(process -> process.getFileName().toString())
              .filter(name -> name.chars().allMatch(Character::isDigit))
              .mapToLong(Long::parseLong)
              .filter(pid -> stat(pid).filter(s -> Long.parseLong(s[PARENT]) == parent).isPresent())
              .toArray();
      return LongStream.of(children);
    }
  }

  /** As {@code ps} shows it: Postgres tells there what each of its processes does. */
  public static String title(long pid) {
    try {
      return Files.readString(PROC.resolve(pid + "/cmdline")).replace('\0', ' ').strip();
    } catch (IOException ended) {
      return "";
    }
  }

  private static double seconds(long pid, int user, int system) {
    return stat(pid)
        .map(stat -> (Double.parseDouble(stat[user]) + Double.parseDouble(stat[system])))
        .map(ticks -> ticks / TICKS_PER_SECOND)
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
}
