package dev.aidis.benchmarks.sink;

import dev.aidis.benchmarks.load.Tables;
import dev.aidis.sink.SinkApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/** The real sink drains the whole topic into an empty database. */
final class SinkDrain {
  private static final String WRITTEN = "aidis.sink.written";

  private SinkDrain() {}

  /** Activities per second: over all, and over the second half. */
  record Rate(double whole, double secondHalf) {}

  static Rate measure(String bootstrapServers, String jdbcUrl, String group, int activities)
      throws SQLException {
    ConfigurableApplicationContext sink =
        SinkApplication.start(
            Map.of(
                "spring.kafka.bootstrap-servers",
                bootstrapServers,
                "spring.kafka.consumer.group-id",
                group,
                "aidis.topics.partitions",
                Updates.PARTITIONS,
                "spring.datasource.url",
                jdbcUrl,
                "spring.datasource.username",
                "aidis",
                "spring.datasource.password",
                ""));
    try {
      return drain(sink.getBean(MeterRegistry.class), jdbcUrl, activities);
    } finally {
      sink.close();
    }
  }

  /**
   * By the sink's counter up to the half, by the rows at the end: what comes again after a
   * rebalance is counted twice.
   */
  private static Rate drain(MeterRegistry metrics, String jdbcUrl, int activities)
      throws SQLException {
    long begin = System.nanoTime();
    long half = 0;
    double atHalf = 0;
    double written = 0;
    while (written < activities) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      written = metrics.counter(WRITTEN).count();
      if (half == 0 && written >= activities / 2.0) {
        half = System.nanoTime();
        atHalf = written;
      }
    }
    Tables.awaitActivities(jdbcUrl, activities);
    long end = System.nanoTime();
    return new Rate(
        activities / ((end - begin) / 1e9), (activities - atHalf) / ((end - half) / 1e9));
  }
}
