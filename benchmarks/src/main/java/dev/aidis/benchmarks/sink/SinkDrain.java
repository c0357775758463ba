package dev.aidis.benchmarks.sink;

import dev.aidis.benchmarks.load.Tables;
import java.sql.SQLException;

/** The real sink drains the whole topic into an empty database. */
final class SinkDrain {
  private SinkDrain() {}

  /** Activities per second: over all, and over the second half. */
  record Rate(double whole, double secondHalf) {}

  /** By the sink's counter up to the half, by the rows at the end. */
  static Rate measure(String bootstrapServers, String jdbcUrl, String group, int activities)
      throws SQLException {
    try (LocalSink sink = LocalSink.start(bootstrapServers, jdbcUrl, group)) {
      long begin = System.nanoTime();
      double atHalf = sink.awaitWritten(activities / 2);
      long half = System.nanoTime();
      sink.awaitWritten(activities);
      Tables.awaitActivities(jdbcUrl, activities);
      long end = System.nanoTime();
      return new Rate(
          activities / ((end - begin) / 1e9), (activities - atHalf) / ((end - half) / 1e9));
    }
  }
}
