package dev.aidis.benchmarks.whole;

import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.tracker.Footprint;
import dev.aidis.benchmarks.tracker.RestClient;
import dev.aidis.benchmarks.tracker.Senders;
import dev.aidis.benchmarks.tracker.TrackerUnderTest;
import java.util.List;

/** Sends activities through a tracker and waits until all have rows. */
final class Passage {
  static final int BATCH = 500;
  private static final int SENDERS = 4;

  private final TrackerUnderTest tracker;
  private final RestClient client;
  private final long rows;

  /**
   * @param rows that will be there in the end
   */
  Passage(TrackerUnderTest tracker, long rows) {
    this.tracker = tracker;
    this.client = new RestClient(tracker);
    this.rows = rows;
  }

  /**
   * @param committed activities a second, from the first request to the last committed row
   * @param acknowledged activities a second, from the first request to the last answer
   * @param behind acknowledged activities without a row at the last answer
   * @param trackerCpuSeconds the sender not counted
   * @param databaseCpuSeconds of all its processes
   * @param memoryBytes of the tracker and its database, at the end
   */
  record Figures(
      double committed,
      double acknowledged,
      double behind,
      double trackerCpuSeconds,
      double databaseCpuSeconds,
      long memoryBytes) {}

  Figures of(List<byte[]> bodies, int activities) throws Exception {
    return of(() -> Senders.each(SENDERS, bodies, (sender, body) -> client.send(body)), activities);
  }

  Figures of(Sending sending, int activities) throws Exception {
    Footprint before = tracker.footprint();
    long begin = System.nanoTime();
    sending.run();
    double acknowledged = (System.nanoTime() - begin) / 1e9;
    long behind = rows - Tables.committed(tracker.jdbcUrl());
    Tables.awaitActivities(tracker.jdbcUrl(), rows);
    double committed = (System.nanoTime() - begin) / 1e9;
    Footprint after = tracker.footprint();
    return new Figures(
        activities / committed,
        activities / acknowledged,
        behind,
        after.trackerCpuSeconds() - before.trackerCpuSeconds(),
        after.databaseCpuSeconds() - before.databaseCpuSeconds(),
        after.memoryBytes());
  }

  /** Returns when all is acknowledged. */
  @FunctionalInterface
  interface Sending {
    void run() throws Exception;
  }
}
