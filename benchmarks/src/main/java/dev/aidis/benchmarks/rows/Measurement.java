package dev.aidis.benchmarks.rows;

import java.util.List;
import java.util.Locale;

/**
 * What updates cost in one round, in one database.
 *
 * @param updates how many of them it is about
 * @param seconds by the wall clock
 * @param sinkCpuSeconds of the sink's threads
 * @param clientsCpuSeconds of the Postgres processes that work for the sink
 * @param othersCpuSeconds of Postgres' other processes: what it writes and tidies up later
 * @param logBytes of Postgres' write-ahead log
 * @param blocksRead into Postgres' own memory, from the disk or the system's memory
 */
record Measurement(
    long updates,
    double seconds,
    double sinkCpuSeconds,
    double clientsCpuSeconds,
    double othersCpuSeconds,
    long logBytes,
    long blocksRead) {
  static final List<String> HEADER =
      List.of(
          "rows before",
          "round",
          "updates/s",
          "CPU s per 100,000: sink and its Postgres processes",
          "sink",
          "its Postgres processes",
          "Postgres' others",
          "log bytes an update",
          "blocks read an update");

  private static final double SHARE = 100_000;

  double rate() {
    return updates / seconds;
  }

  /** CPU seconds per 100,000 updates, of the sink and of those that work for it. */
  double cost() {
    return each(sinkCpuSeconds + clientsCpuSeconds);
  }

  List<String> cells(Size size, int round) {
    return List.of(
        String.format(Locale.ROOT, "%,d", size.population().activities()),
        Integer.toString(round),
        String.format(Locale.ROOT, "%,.0f", rate()),
        one(cost()),
        one(each(sinkCpuSeconds)),
        one(each(clientsCpuSeconds)),
        one(each(othersCpuSeconds)),
        String.format(Locale.ROOT, "%,.0f", (double) logBytes / updates),
        String.format(Locale.ROOT, "%.2f", (double) blocksRead / updates));
  }

  private double each(double cpuSeconds) {
    return cpuSeconds * SHARE / updates;
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
