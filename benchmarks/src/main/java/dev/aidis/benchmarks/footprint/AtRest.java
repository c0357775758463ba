package dev.aidis.benchmarks.footprint;

import dev.aidis.benchmarks.Figures;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import dev.aidis.benchmarks.tracker.TrackerUnderTest.Data;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What a tracker needs while nothing happens: memory, disk, and time to start again. */
final class AtRest {
  /** So many stretches pass before: what a start brings with it, such as compiling, is no rest. */
  private static final int UNMEASURED = 2;

  private static final double MEGABYTE = 1e6;

  private final TrackerUnderTest tracker;
  private final Map<String, Object> facts;

  /**
   * @param facts to put the findings into
   */
  AtRest(TrackerUnderTest tracker, Map<String, Object> facts) {
    this.tracker = tracker;
    this.facts = facts;
  }

  /**
   * CPU and memory; to be asked before anything has happened.
   *
   * @param stretches that are measured, one after the other
   * @param stretch how long each is
   */
  void measure(int stretches, Duration stretch) throws IOException {
    List<Double> shares = new ArrayList<>();
    LockSupport.parkNanos(stretch.multipliedBy(UNMEASURED).toNanos());
    for (int number = 0; number < stretches; number++) {
      shares.add(share(stretch));
    }
    facts.put("memory at rest, MB", rounded(tracker.footprint().memoryBytes() / MEGABYTE));
    facts.put(
        "CPU at rest, share of one processor, of %d times %d s"
            .formatted(stretches, stretch.toSeconds()),
        Figures.exactSpread(shares));
  }

  /** By the clock, since nobody wakes up in time on a busy machine. */
  private double share(Duration stretch) throws IOException {
    double before = cpuSeconds();
    long begin = System.nanoTime();
    LockSupport.parkNanos(stretch.toNanos());
    double passed = (System.nanoTime() - begin) / 1e9;
    return (cpuSeconds() - before) / passed;
  }

  /**
   * @param activities that were written so far
   */
  void disk(long activities) {
    for (Data data : Data.values()) {
      facts.put(
          "disk for a million activities, MB, " + data.name().toLowerCase(Locale.ROOT),
          rounded(tracker.size(data) / MEGABYTE * 1e6 / activities));
    }
  }

  /** Starts it twice again: as it was, and without the state of its processor. */
  void starts(long activities) throws IOException, InterruptedException {
    facts.put("activities before the restart", activities);
    facts.put("restart, s", seconds(tracker.restart()));
    facts.put("restart, the state restored from Kafka, s", seconds(tracker.restartWithoutState()));
  }

  private double cpuSeconds() throws IOException {
    var now = tracker.footprint();
    return now.trackerCpuSeconds() + now.databaseCpuSeconds();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
